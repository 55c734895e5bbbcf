package whom.tickets.filter;

import java.util.List;
import java.util.Map;

/** Who asks, and what the names in the filter stand for; a service stands for itself and all below it. */
public record Meaning(Asking asking, Map<Reference, List<Long>> found) {

    public Meaning {
        found = Map.copyOf(found);
    }

    List<Long> ids(Reference.Kind kind, Value value) {
        List<Long> ids = found.getOrDefault(new Reference(kind, value.text()), List.of());
        if (ids.isEmpty()) {
            throw value.wrong("tickets.filter.nothing_" + kind.name().toLowerCase(java.util.Locale.ROOT), value.text());
        }
        return ids;
    }
}
