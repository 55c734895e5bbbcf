package whom.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A belief as it is shown. {@code shown} has a text for each field, by its name; {@code typed} has what a form would hold.
 * {@code id} orders and pages; {@code supersededAt} is null for what is believed now.
 */
public record FactRow(long id, String key, Map<String, String> shown, Map<String, String> typed, LocalDate from, @Nullable LocalDate to,
                      Instant recordedAt, String recordedBy, String reason, @Nullable Instant supersededAt) {

    public boolean validAt(LocalDate day) {
        return !from.isAfter(day) && (to == null || day.isBefore(to));
    }
}
