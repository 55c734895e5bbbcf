package whom.agreements;

import java.time.LocalDate;
import java.util.List;

/** Terms from a day on, for people to read. */
public record AgreementVersion(long id, String key, LocalDate from, String calendar, String calendarKey, String waiting, String answers, String changes, String reason, List<Line> targets, List<Warn> levels) {

    /** A target; "" and 0 are for all. */
    public record Line(String key, String clock, int minutes, int days, boolean endOfDay, String hours, int priority, String kind, String offering, String function) {}

    /** Who is told when; {@code clock} is "" for each. */
    public record Warn(String key, String clock, int minutes, String whom, String channel) {}

    public AgreementVersion {
        targets = List.copyOf(targets);
        levels = List.copyOf(levels);
    }

    public boolean isOpen(LocalDate today) {
        return from.isAfter(today);
    }
}
