package whom.standings;

import java.util.List;

/** A standing that somebody has, with the ids of all facts that give it, in order. */
public record Held(Standing standing, List<String> evidence) {}
