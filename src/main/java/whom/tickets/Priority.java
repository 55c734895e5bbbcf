package whom.tickets;

import whom.kernel.Refused;

/**
 * The order of work follows impact (how many are touched) and urgency (how soon it hurts), each from 1, the most, to 3; never
 * from who somebody is (E1).
 */
public record Priority(int impact, int urgency) {

    /** One person is held up, as is usual. */
    public static final Priority USUAL = new Priority(2, 2);

    public Priority {
        if (impact < 1 || impact > 3) {
            throw new Refused("impact", "tickets.priority.impact_unknown");
        }
        if (urgency < 1 || urgency > 3) {
            throw new Refused("urgency", "tickets.priority.urgency_unknown");
        }
    }

    /** From 1, the most, to 5. */
    public int rank() {
        return impact + urgency - 1;
    }

    public Priority urgedBy(Doing doing) {
        return new Priority(impact, doing.urgency());
    }
}
