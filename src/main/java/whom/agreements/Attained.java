package whom.agreements;

import java.time.Duration;
import java.time.LocalDate;

/**
 * How a target was met in a month, and how it would have been if waiting had stopped nothing. Zero where {@code withheld}: fewer
 * than five people (P6).
 */
public record Attained(LocalDate month, String clock, int tickets, int met, int metPlain, Duration paused, int unasked, boolean withheld) {

    public double share() {
        return tickets == 0 ? 1 : (double) met / tickets;
    }

    public double sharePlain() {
        return tickets == 0 ? 1 : (double) metPlain / tickets;
    }
}
