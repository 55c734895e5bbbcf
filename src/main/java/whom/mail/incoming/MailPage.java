package whom.mail.incoming;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.web.Shell;

/** How the mail stands. */
public record MailPage(Figures figures, List<Aside> aside) {

    public MailPage {
        aside = List.copyOf(aside);
    }

    public record Figures(long waiting, @Nullable Instant lastIn, long queued, long heldUp, long givenUp, @Nullable Instant lastOut, long loops, boolean sends) {}

    /** @param failure a word of ours, or what went wrong inside */
    public record Aside(String key, Instant at, long size, String failure) {

        /** In a sentence where there is one; else as it was, for whoever mends it. */
        public String why(Shell shell) {
            String known = "mail.aside." + failure;
            return shell.words().has(known) ? shell.say(known) : shell.say("mail.aside.broken", failure);
        }

        public long kilobytes() {
            return Math.max(1, size / 1024);
        }
    }
}
