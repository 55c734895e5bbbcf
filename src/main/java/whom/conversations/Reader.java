package whom.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can read a conversation, by what right, until when (ui.md, rule 12). {@code team} tells a team from a person;
 * {@code letIn} is the key with which the one served takes it back; {@code admitted} is a team that came in by the code on the
 * phone. {@code name} is "" for all agents of the provider, and for who broke a seal unless the house tells names (P5).
 */
public record Reader(Right right, long key, String name, boolean team, Instant since, Instant until, @Nullable String letIn, boolean admitted) {

    /** Whether there is an end to tell. */
    public boolean ends() {
        return until.isBefore(Instant.MAX);
    }
}
