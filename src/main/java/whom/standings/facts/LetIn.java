package whom.standings.facts;

import org.jspecify.annotations.Nullable;

/** The served person lets another in: for one ticket, or for a service and all below it. */
public record LetIn(String id, String served, String person, @Nullable String ticket, @Nullable String service, Period period)
        implements Named {}
