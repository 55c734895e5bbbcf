package whom.mail.outgoing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail that waits to go out. */
record Waiting(long id, String kind, @Nullable Long message, @Nullable Long conversation, @Nullable Long recipient, String address, String mailId, boolean automatic,
               @Nullable String secret, int attempts, Instant queuedAt) {}
