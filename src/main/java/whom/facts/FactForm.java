package whom.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form for a kind of fact; {@code key} is null for a new one, {@code proposed} is what it holds to begin with. */
public record FactForm(FactKind kind, @Nullable String key, Map<String, String> proposed) {

    public String proposed(String name) {
        return proposed.getOrDefault(name, "");
    }
}
