package whom.conversations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The served person lets somebody in: for one conversation or for all of a service, until a date of 90 days at most, to what
 * comes from now on and to the earlier messages that they picked (P3).
 */
public record LetIn(long person, @Nullable Long conversation, @Nullable Long service, Instant until, List<Long> earlier) {}
