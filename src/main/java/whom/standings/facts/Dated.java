package whom.standings.facts;

import java.time.LocalDate;

/** A fact that holds for some days. */
public sealed interface Dated extends Fact permits Named, Placement, Membership, Office, Seat {

    Period period();

    default boolean validAt(LocalDate day) {
        return period().has(day);
    }
}
