package whom.conversations;

import java.time.Instant;
import whom.web.Shell;

/** How the mail stands that carries a message to somebody. @param state queued, sent, bounced or given_up @param failure a word for why */
public record Delivery(String name, String state, String failure, Instant at) {

    public boolean failed() {
        return state.equals("bounced") || state.equals("given_up");
    }

    public String text(Shell shell) {
        String why = "conversations.mail.why." + failure;
        return shell.say("conversations.mail." + state, name, shell.words().has(why) ? shell.say(why) : shell.say("conversations.mail.why.unknown"));
    }
}
