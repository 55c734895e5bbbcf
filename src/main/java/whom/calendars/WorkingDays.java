package whom.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Counts whole working days: dates with any open span, however short. */
final class WorkingDays {

    private WorkingDays() {}

    static Optional<Instant> add(OpenHours calendar, Instant from, int days, boolean endOfDay) {
        LocalDateTime local = LocalDateTime.ofInstant(from, calendar.zone());
        LocalDate last = local.toLocalDate().plusYears(WorkingTime.HORIZON);
        Optional<LocalDate> start = openDate(calendar, local.toLocalDate(), last);
        Optional<LocalDate> end = start;
        for (int n = 0; n < days && end.isPresent(); n++) {
            end = openDate(calendar, end.get().plusDays(1), last);
        }
        if (end.isEmpty()) {
            return Optional.empty();
        }
        boolean startsClosed = !start.get().equals(local.toLocalDate());
        int second = startsClosed ? opens(calendar, start.get()) : local.toLocalTime().toSecondOfDay();
        int closing = closes(calendar, end.get());
        int due = endOfDay ? closing : Math.min(second, closing);
        return Optional.of(Instant.ofEpochSecond(new WallClock(calendar.zone()).second(end.get(), due)));
    }

    private static Optional<LocalDate> openDate(OpenHours calendar, LocalDate from, LocalDate last) {
        for (LocalDate date = from; date.isBefore(last); date = date.plusDays(1)) {
            if (!calendar.on(date).isEmpty()) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    private static int opens(OpenHours calendar, LocalDate date) {
        return calendar.on(date).stream().mapToInt(Span::from).min().orElseThrow();
    }

    private static int closes(OpenHours calendar, LocalDate date) {
        return calendar.on(date).stream().mapToInt(Span::to).max().orElseThrow();
    }
}
