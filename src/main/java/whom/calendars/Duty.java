package whom.calendars;

import java.time.Instant;

/** Who is on duty in a stretch of time; {@code to} is no longer part of it. */
public record Duty<P>(P who, Instant from, Instant to) {

    public Duty {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A duty must begin before it ends: " + from + " to " + to + ".");
        }
    }

    boolean covers(Instant t) {
        return !t.isBefore(from) && t.isBefore(to);
    }
}
