package whom.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a list. {@code promise} is when one hears next, where that was promised; {@code name} whom it is for, if not oneself. */
public record RequestRow(long id, String number, String subject, State state, @Nullable Instant promise, Instant updated, @Nullable String name) {}
