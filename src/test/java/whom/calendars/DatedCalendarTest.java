package whom.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import whom.calendars.DatedCalendar.Because;
import whom.calendars.DatedCalendar.Differs;

class DatedCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkWeek EIGHT = OpenTimes.week(Map.of("mon", "09:00-17:00", "tue", "09:00-17:00", "wed", "09:00-17:00", "thu", "09:00-17:00", "fri", "09:00-17:00"));
    private static final WorkWeek FOUR = OpenTimes.week(Map.of("mon", "08:00-12:00", "tue", "08:00-12:00"));

    private static DatedCalendar calendar(Map<LocalDate, Differs> days, Map<LocalDate, Differs> breaks) {
        var patterns = new TreeMap<LocalDate, Pattern>();
        patterns.put(LocalDate.MIN, new Pattern(EIGHT, List.of(Holidays.of("de-by").orElseThrow())));
        patterns.put(LocalDate.parse("2026-07-01"), new Pattern(FOUR, List.of()));
        return new DatedCalendar(BERLIN, patterns, days, breaks);
    }

    @Test
    void a_week_holds_from_its_date_on_and_a_span_counts_in_both() {
        var hours = new WorkingTime(calendar(Map.of(), Map.of()));
        // Tuesday 30 June has 8 hours, Monday 6 July 4
        Instant from = Instant.parse("2026-06-30T07:00:00Z");
        assertThat(hours.add(from, Duration.ofHours(8))).contains(Instant.parse("2026-06-30T15:00:00Z"));
        assertThat(hours.add(from, Duration.ofHours(10))).contains(Instant.parse("2026-07-06T08:00:00Z"));
        assertThat(hours.between(from, Instant.parse("2026-07-08T00:00:00Z"))).isEqualTo(Duration.ofHours(16));
    }

    @Test
    void what_is_said_of_a_day_beats_its_holiday_and_the_holiday_beats_the_week() {
        var labour = LocalDate.parse("2026-05-01");
        var open = calendar(Map.of(labour, new Differs(OpenTimes.spans("10:00-12:00"), "Stocktaking")), Map.of());
        assertThat(open.day(labour, Locale.ENGLISH)).satisfies(day -> {
            assertThat(day.because()).isEqualTo(Because.HOURS);
            assertThat(day.name()).isEqualTo("Stocktaking");
            assertThat(CalendarPages.said(day.open())).isEqualTo("10:00–12:00");
        });
        assertThat(calendar(Map.of(), Map.of()).day(labour, Locale.ENGLISH)).satisfies(day -> {
            assertThat(day.because()).isEqualTo(Because.HOLIDAY);
            assertThat(day.isOpen()).isFalse();
        });
    }

    @Test
    void a_break_comes_off_whatever_is_open() {
        var day = LocalDate.parse("2026-05-04");
        var calendar = calendar(Map.of(), Map.of(day, new Differs(OpenTimes.spans("12:00-13:00"), "Outing")));
        assertThat(CalendarPages.said(calendar.day(day, Locale.ENGLISH).open())).isEqualTo("09:00–12:00, 13:00–17:00");
    }

    @Test
    void a_year_has_every_day_once() {
        YearView leap = YearView.of(calendar(Map.of(), Map.of()), 2028, LocalDate.parse("2028-02-29"), Locale.GERMAN);
        assertThat(leap.months()).hasSize(12).allSatisfy(month -> assertThat(month.weeks()).allSatisfy(week -> assertThat(week).hasSize(7)));
        assertThat(leap.months().stream().flatMap(m -> m.weeks().stream()).flatMap(List::stream).filter(java.util.Objects::nonNull).count()).isEqualTo(366);
        assertThat(leap.months().get(1).name()).isEqualTo("Februar");
    }
}
