package whom.agreements;

import whom.kernel.Refused;
import whom.people.Written;

/** How long something may take, as it is written: so many minutes, hours, working days, or until a working day ends. One of both is 0. */
record Term(int minutes, int days, boolean endOfDay) {

    static Term of(Written written) {
        String unit = written.choice("unit", Offered.UNITS);
        return switch (unit) {
            case "minutes" -> new Term(Agreements.whole(written, "amount", 1, 5_256_000), 0, false);
            case "hours" -> new Term(60 * Agreements.whole(written, "amount", 1, 87_600), 0, false);
            case "days" -> new Term(0, Agreements.whole(written, "amount", 1, 3_650), false);
            case "day_ends" -> new Term(0, Agreements.whole(written, "amount", 1, 3_650), true);
            default -> throw new Refused("unit", "agreements.refused.number");
        };
    }
}
