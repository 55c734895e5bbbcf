package whom.agreements;

import java.util.Locale;
import org.springframework.stereotype.Component;
import whom.mail.Reminders;

/** Warnings by mail. */
@Component
class MailedWarnings implements WarningChannel {

    private final Reminders reminders;

    MailedWarnings(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public String key() {
        return "mail";
    }

    @Override
    public void queue(Warned warned) {
        reminders.queue(warned.people(), warned.ticket(), warned.clock().name().toLowerCase(Locale.ROOT), warned.due());
    }
}
