package whom.agreements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement: with customers for a service, between teams, or with a supplier. {@code unit} is "" for everybody; {@code since} is when its
 * first terms count; {@code signed} by a fact, which is asked of customers alone.
 *
 * @param asker to whom the team promises it; "" for every other team
 */
public record Agreement(long id, String key, String kind, String name, String service, String serviceKey, String unit, String unitKey, String team, String teamKey, String asker, String supplier,
        @Nullable LocalDate since, boolean signed) {

    public boolean isWithCustomers() {
        return kind.equals("customer");
    }

    public boolean isForEverybody() {
        return unitKey.isEmpty();
    }
}
