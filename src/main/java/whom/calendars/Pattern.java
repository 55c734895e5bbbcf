package whom.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A week, and the places whose public holidays are kept. Holidays of a year are looked up when first asked for. */
public final class Pattern {

    private final WorkWeek week;
    private final List<Holidays> places;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    public Pattern(WorkWeek week, List<Holidays> places) {
        this.week = week;
        this.places = List.copyOf(places);
    }

    public WorkWeek week() {
        return week;
    }

    public List<Holidays> places() {
        return places;
    }

    List<Span> open(LocalDate date) {
        List<Span> spans = week.on(date.getDayOfWeek());
        return spans.isEmpty() || places.isEmpty() || !holidays(date.getYear()).contains(date) ? spans : List.of();
    }

    Optional<String> holiday(LocalDate date, Locale language) {
        return places.isEmpty() || !holidays(date.getYear()).contains(date) ? Optional.empty()
                : places.stream().flatMap(place -> place.between(date, date, language).stream()).map(PublicHoliday::name).findFirst();
    }

    private Set<LocalDate> holidays(int year) {
        return years.computeIfAbsent(year, y -> places.stream()
                .flatMap(place -> place.dates(LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31)).stream()).collect(Collectors.toUnmodifiableSet()));
    }
}
