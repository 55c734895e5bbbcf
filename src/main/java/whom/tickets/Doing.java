package whom.tickets;

import java.util.Locale;

/** What somebody is doing right now; their urgency may follow from it, and from nothing about them (E1). */
public enum Doing {
    /** Something runs out today: payroll closes tonight. */
    DEADLINE(1),
    /** Nothing goes on without it. */
    STOPPED(1),
    /** It goes on, but badly. */
    SLOWED(2),
    /** There is a way around it. */
    GOING_AROUND(3);

    private final int urgency;

    Doing(int urgency) {
        this.urgency = urgency;
    }

    public int urgency() {
        return urgency;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
