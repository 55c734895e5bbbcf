package whom.facts;

import java.util.List;

/** One fact with what was believed before. */
public record FactPage(FactKind kind, FactRow fact, List<FactRow> earlier, FactForm form) {}
