package whom.conversations;

import java.time.Instant;
import java.util.List;

/** That somebody has read: by what right and from which team; {@code name} is "" unless the house tells names (P5). */
public record Reading(Right right, String team, String name, List<String> what, Instant first, Instant last) {}
