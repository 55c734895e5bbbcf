package whom.calendars;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of a country or a part of it, those of the whole country included. Mere observances (Christmas Eve) and
 * bank holidays are none: a house that keeps them closes those dates itself.
 */
public final class Holidays {

    private final HolidayManager manager;
    private final CalendarHierarchy place;
    private final String[] parts;

    private Holidays(HolidayManager manager, CalendarHierarchy place, List<String> parts) {
        this.manager = manager;
        this.place = place;
        this.parts = parts.toArray(String[]::new);
    }

    /** Stock exchanges and banks have lists too; a country has a code of two letters. */
    public static List<Place> countries(Locale language) {
        return HolidayManager.getSupportedCalendarCodes().stream().filter(code -> code.length() == 2)
                .map(code -> new Place(code.toLowerCase(Locale.ROOT), Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(Place::name)).toList();
    }

    /** Empty for a place that is not known, so that a slip of the pen does not silently give the holidays of the whole country. */
    public static Optional<Holidays> of(String code) {
        List<String> words = Arrays.asList(code.split("-", -1));
        String country = words.getFirst().toLowerCase(Locale.ROOT);
        if (country.length() != 2 || !HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
        CalendarHierarchy place = manager.getCalendarHierarchy();
        var parts = new ArrayList<String>();
        for (String word : words.subList(1, words.size())) {
            place = part(place, word);
            if (place == null) {
                return Optional.empty();
            }
            parts.add(place.getId());
        }
        return Optional.of(new Holidays(manager, place, parts));
    }

    private static @Nullable CalendarHierarchy part(CalendarHierarchy whole, String code) {
        return whole.getChildren().values().stream().filter(p -> p.getId().equalsIgnoreCase(code)).findFirst().orElse(null);
    }

    /** The parts of this place that have holidays of their own. */
    public List<Place> parts(Locale language) {
        return place.getChildren().values().stream()
                .map(part -> new Place(code() + "-" + part.getId().toLowerCase(Locale.ROOT), part.getDescription(language)))
                .sorted(Comparator.comparing(Place::name)).toList();
    }

    public String name(Locale language) {
        return place.getDescription(language);
    }

    public String code() {
        String country = manager.getCalendarHierarchy().getId();
        return Stream.concat(Stream.of(country), Arrays.stream(parts)).collect(Collectors.joining("-")).toLowerCase(Locale.ROOT);
    }

    /** In order of date; both ends included. */
    public List<PublicHoliday> between(LocalDate from, LocalDate to, Locale language) {
        return holidays(from, to).map(day -> new PublicHoliday(day.getDate(), day.getDescription(language)))
                .sorted(Comparator.comparing(PublicHoliday::date).thenComparing(PublicHoliday::name)).toList();
    }

    public Set<LocalDate> dates(LocalDate from, LocalDate to) {
        return holidays(from, to).map(Holiday::getDate).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Holiday> holidays(LocalDate from, LocalDate to) {
        return manager.getHolidays(from, to, HolidayType.PUBLIC_HOLIDAY, parts).stream();
    }
}
