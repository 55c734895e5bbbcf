package whom.standings.facts;

import org.jspecify.annotations.Nullable;

/** One asked to read a ticket, and perhaps another approved. */
public record SealBreak(String id, String ticket, String asked, @Nullable String approved, Period period) implements Named {}
