package whom.tickets.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record SearchPage(String typed, SearchResult result, @Nullable FilterFault fault, @Nullable String next, boolean tooLong, Instant now) {}
