package whom.standings.facts;

import org.jspecify.annotations.Nullable;

/** Where a unit stands in the tree. A unit exists on the days on which it has a placement. */
public record Placement(String unit, @Nullable String parent, Period period) implements Dated {}
