package whom.standings.facts;

import org.jspecify.annotations.Nullable;

/** A service; what is said of its parent holds for it too. */
public record Service(String id, String name, @Nullable String parent) implements Fact {}
