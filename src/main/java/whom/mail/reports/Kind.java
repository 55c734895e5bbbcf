package whom.mail.reports;

import java.util.Locale;

/** Who or what wrote a message, as far as an answer depends on it. */
public enum Kind {
    MESSAGE, AUTO_REPLY, BOUNCE, DELIVERY_REPORT, CALENDAR, FEEDBACK_REPORT, SPAM, LOOP;

    /** As outside programs see it: {@code auto-reply}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
