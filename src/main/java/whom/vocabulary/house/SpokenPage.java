package whom.vocabulary.house;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hears what, and all vocabularies side by side.
 *
 * @param settings one form each; the first is inside
 * @param units with an outside vocabulary of their own; null where no module knows units
 * @param changed the setting that was changed just now, to take it back; or null
 */
public record SpokenPage(List<Named> all, List<Setting> settings, @Nullable List<UnitRow> units, List<FactRow> table, @Nullable Undo changed) {

    /** @param language of the exception, "" for all; {@code chosen} is "" where it speaks as everybody does */
    public record Setting(String audience, String language, List<Named> choices, String chosen) {}

    public record UnitRow(String key, String name, String language, String vocabulary) {}

    public record FactRow(String fact, List<String> words) {}

    public record Undo(String audience, String language, String before) {}
}
