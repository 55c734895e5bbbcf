package whom.standings;

import java.math.BigDecimal;
import java.util.List;

/** Who pays for a person's use of a service, or why that cannot be said. */
public sealed interface Payment {

    /** By funding, in the order of their ids. */
    record Shared(List<Payer> payers) implements Payment {}

    record Unfunded() implements Payment {}

    /** These fundings name units that are equally close, and no primary membership decides. */
    record Ambiguous(List<String> fundings) implements Payment {}

    record WrongSum(BigDecimal sum, List<String> fundings) implements Payment {}
}
