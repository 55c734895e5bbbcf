package whom.standings.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from {@code from} until before {@code to}; without {@code to} it goes on. With both the same it is never. */
public record Period(LocalDate from, @Nullable LocalDate to) {

    public static Period from(LocalDate from) {
        return new Period(from, null);
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean isEmpty() {
        return to != null && !from.isBefore(to);
    }

    public boolean isBackwards() {
        return to != null && to.isBefore(from);
    }

    public boolean overlaps(Period other) {
        return !both(other).isEmpty();
    }

    /** The days that are in both; perhaps none. */
    public Period both(Period other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate earlier = to == null || other.to != null && other.to.isBefore(to) ? other.to : to;
        return new Period(later, earlier);
    }

    /** "from 2026-01-01 until before 2026-03-01". */
    @Override
    public String toString() {
        return "from " + from + (to == null ? "" : " until before " + to);
    }
}
