package whom.agreements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An agreement: for which service, with whom. {@code unit} is "" for everybody; {@code since} is when its first terms count; {@code signed} by a fact. */
public record Agreement(long id, String key, String name, String service, String serviceKey, String unit, String unitKey, @Nullable LocalDate since, boolean signed) {

    public boolean isForEverybody() {
        return unitKey.isEmpty();
    }
}
