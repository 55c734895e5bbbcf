package whom.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    @Test
    void a_part_of_a_country_has_its_own_holidays_and_those_of_the_whole() {
        Holidays germany = Holidays.of("de").orElseThrow();
        Holidays bavaria = Holidays.of("DE-BY").orElseThrow();
        LocalDate epiphany = LocalDate.parse("2026-01-06");
        assertThat(germany.dates(FIRST, LAST)).doesNotContain(epiphany).contains(LocalDate.parse("2026-10-03"));
        assertThat(bavaria.dates(FIRST, LAST)).contains(epiphany).containsAll(germany.dates(FIRST, LAST));
        assertThat(bavaria.code()).isEqualTo("de-by");
        assertThat(bavaria.name(Locale.GERMAN)).isEqualTo("Bayern");
        assertThat(bavaria.parts(Locale.GERMAN)).extracting(Place::code).contains("de-by-ag");
        assertThat(Holidays.of("de-by-ag").orElseThrow().dates(FIRST, LAST)).contains(LocalDate.parse("2026-08-08"));
    }

    @Test
    void a_place_that_is_not_known_is_none_rather_than_the_whole_country() {
        assertThat(Holidays.of("de-xx")).isEmpty();
        assertThat(Holidays.of("xx")).isEmpty();
        assertThat(Holidays.of("")).isEmpty();
        assertThat(Holidays.of("../etc")).isEmpty();
        assertThat(Holidays.of("de-")).isEmpty();
    }

    @Test
    void a_holiday_that_is_moved_is_kept_free_on_the_day_it_is_moved_to() {
        assertThat(Holidays.of("us").orElseThrow().between(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-07-31"), Locale.ENGLISH))
                .singleElement().satisfies(day -> {
                    assertThat(day.date()).isEqualTo(LocalDate.parse("2026-07-03"));
                    assertThat(day.name()).isEqualTo("Independence Day");
                });
    }

    @Test
    void a_mere_observance_is_no_holiday() {
        assertThat(Holidays.of("at").orElseThrow().dates(FIRST, LAST)).doesNotContain(LocalDate.parse("2026-12-24"));
    }

    @Test
    void countries_are_named_in_the_language_of_the_reader() {
        assertThat(Holidays.countries(Locale.GERMAN)).contains(new Place("at", "Österreich")).allMatch(place -> place.code().length() == 2);
    }

    @Test
    void holidays_close_a_calendar() {
        Calendar office = SomeCalendars.office("Europe/Berlin");
        var hours = new WorkingTime(office.withClosed(Holidays.of("de-by").orElseThrow().dates(FIRST, LAST)));
        assertThat(hours.between(Instant.parse("2026-01-05T00:00:00Z"), Instant.parse("2026-01-08T00:00:00Z"))).isEqualTo(Duration.ofHours(16));
    }
}
