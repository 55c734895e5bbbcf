package whom.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import whom.web.Shell;

/**
 * How the mail stands that carries a message to somebody.
 *
 * @param state queued, sent, bounced or given_up; nowhere: there is no address to which it could go; unwanted: they said that they want none
 * @param failure a word for why
 * @param nextAt when it is tried again; null where it was not tried, or is not to be
 */
public record Delivery(String name, String state, String failure, Instant at, @Nullable Instant nextAt) {

    public boolean failed() {
        return state.equals("bounced") || state.equals("given_up");
    }

    public boolean warns() {
        return failed() || state.equals("nowhere");
    }

    public String text(Shell shell) {
        if (state.equals("queued") && nextAt != null) {
            return shell.say("conversations.mail.again_at", name, shell.words().dateTime(nextAt));
        }
        String why = "conversations.mail.why." + failure;
        return shell.say("conversations.mail." + state, name, shell.words().has(why) ? shell.say(why) : shell.say("conversations.mail.why.unknown"));
    }

    /** What helps, for whoever wrote it. */
    public String remedy(Shell shell) {
        String known = "conversations.mail.do." + (state.equals("nowhere") ? state : failure);
        return shell.words().has(known) ? shell.say(known) : shell.say("conversations.mail.do.unknown");
    }
}
