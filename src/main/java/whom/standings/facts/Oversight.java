package whom.standings.facts;

import org.jspecify.annotations.Nullable;

/** The holder governs the service; without one, all of IT. */
public record Oversight(String id, @Nullable String service, Party holder, Period period) implements Named {}
