package whom.standings.facts;

/** A person consumes an output. */
public record Observation(String id, String output, String person, Period period) implements Named {}
