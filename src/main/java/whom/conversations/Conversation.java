package whom.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the one who asks may see it, oldest first. {@code notes} counts the internal notes, also for the one
 * served, who sees that there are some (P1). {@code notesThread} is null for whoever may not read them.
 */
public record Conversation(long id, String number, long served, String servedName, boolean closed, Right right, long mainThread, @Nullable Long notesThread,
                           int notes, List<Message> messages) {

    public boolean serves() {
        return right.served();
    }

    public boolean works() {
        return right.works();
    }

    /** A broken seal only reads (P4). */
    public boolean mayAnswer() {
        return right != Right.SEAL;
    }
}
