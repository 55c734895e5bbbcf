package whom.agreements;

import java.time.LocalDate;
import whom.kernel.Refused;

/**
 * The one way in which not all are served alike (E1): a function, never a person, with a reason, somebody who granted it, and an end.
 * It is shown to the people whom the service serves.
 *
 * @param until the last day on which it counts
 */
public record PublishedException(String function, String reason, String grantor, LocalDate from, LocalDate until) {

    public PublishedException {
        required("function", function);
        required("reason", reason);
        required("grantor", grantor);
        if (until.isBefore(from)) {
            throw new Refused("until", "agreements.exception.ends_before_it_begins");
        }
        if (!until.isBefore(from.plusYears(1))) {
            throw new Refused("until", "agreements.exception.too_long");
        }
    }

    private static void required(String field, String text) {
        if (text.isBlank()) {
            throw new Refused(field, "agreements.exception." + field + "_missing");
        }
    }

    boolean counts(String named, LocalDate on) {
        return function.equals(named) && !on.isBefore(from) && !on.isAfter(until);
    }
}
