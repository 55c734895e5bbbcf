package whom.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody did to a ticket; {@code by} is null where the reader may not know who. */
public record Change(Instant at, @Nullable String by, String what) {}
