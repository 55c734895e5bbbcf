package whom.conversations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.web.Choice;
import whom.web.Shell;

/** How files are looked at, in figures. @param onSince null: nobody is asked @param failure why the scanner says nothing now, or "" */
public record FilesPage(@Nullable Instant onSince, String unchecked, @Nullable Instant answeredAt, String failure, @Nullable Instant failedAt, long waiting, long failed, long infected) {

    public List<Choice> choices(Shell shell) {
        return List.of(new Choice("hold", shell.say("conversations.checking.hold"), shell.say("conversations.checking.hold.hint")), new Choice("pass", shell.say("conversations.checking.pass"), shell.say("conversations.checking.pass.hint")));
    }
}
