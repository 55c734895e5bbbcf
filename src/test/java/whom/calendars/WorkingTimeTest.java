package whom.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {

    private static final WorkingTime OFFICE = new WorkingTime(SomeCalendars.office("Europe/Berlin"));

    @Test
    void a_span_that_ends_at_closing_time_ends_there_and_not_at_the_next_opening() {
        assertThat(OFFICE.add(t("2026-06-05T07:00:00Z"), Duration.ofHours(8))).contains(t("2026-06-05T15:00:00Z"));
        assertThat(OFFICE.add(t("2026-06-08T15:00:00Z"), Duration.ofHours(-8))).contains(t("2026-06-08T07:00:00Z"));
    }

    @Test
    void swapped_ends_give_a_negative_time() {
        assertThat(OFFICE.between(t("2026-06-05T09:00:00Z"), t("2026-06-05T07:00:00Z"))).isEqualTo(Duration.ofHours(-2));
    }

    @Test
    void a_calendar_that_never_opens_has_no_answer_and_says_so_at_once() {
        var never = new WorkingTime(SomeCalendars.never("Europe/Berlin"));
        assertThat(never.add(t("2026-06-05T07:00:00Z"), Duration.ofHours(1))).isEmpty();
        assertThat(never.add(t("2026-06-05T07:00:00Z"), Duration.ofHours(-1))).isEmpty();
        assertThat(never.nextOpen(t("2026-06-05T07:00:00Z"))).isEmpty();
        assertThat(never.previousOpen(t("2026-06-05T07:00:00Z"))).isEmpty();
        assertThat(never.addDays(t("2026-06-05T07:00:00Z"), 1, false)).isEmpty();
        assertThat(never.between(t("2026-06-05T07:00:00Z"), t("2066-06-05T07:00:00Z"))).isZero();
    }

    @Test
    void more_than_the_horizon_holds_has_no_answer() {
        assertThat(OFFICE.add(t("2026-06-05T07:00:00Z"), Duration.ofDays(365_000))).isEmpty();
        assertThat(OFFICE.addDays(t("2026-06-05T07:00:00Z"), Integer.MAX_VALUE, false)).isEmpty();
    }

    @Test
    void a_night_shift_goes_on_into_the_next_day() {
        var nights = new WorkingTime(Calendar.of(ZoneId.of("Europe/Berlin"), WorkWeek.NEVER.with("22:00", "06:00", DayOfWeek.SUNDAY)));
        assertThat(nights.between(t("2026-06-07T00:00:00Z"), t("2026-06-09T00:00:00Z"))).isEqualTo(Duration.ofHours(8));
        assertThat(nights.between(t("2026-03-28T00:00:00Z"), t("2026-03-30T12:00:00Z"))).as("Sunday night after the change").isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_closed_date_closes_the_night_shift_that_began_the_day_before() {
        var nights = new WorkingTime(Calendar.of(ZoneId.of("UTC"), WorkWeek.NEVER.with("22:00", "06:00", DayOfWeek.values()))
                .withClosed(Set.of(LocalDate.parse("2026-06-09"))));
        assertThat(nights.between(t("2026-06-08T12:00:00Z"), t("2026-06-10T12:00:00Z"))).isEqualTo(Duration.ofHours(2 + 6));
    }

    @Test
    void special_hours_stand_in_place_of_the_pattern_and_a_closed_date_beats_them() {
        LocalDate saturday = LocalDate.parse("2026-06-06");
        LocalDate monday = LocalDate.parse("2026-06-08");
        var hours = new WorkingTime(new Calendar(ZoneId.of("UTC"), SomeCalendars.office("UTC").week(), Set.of(monday),
                Map.of(saturday, List.of(Span.of("10:00", "12:00")), monday, List.of(Span.of("10:00", "12:00"))), Map.of()));
        assertThat(hours.between(t("2026-06-06T00:00:00Z"), t("2026-06-09T00:00:00Z"))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_day_that_does_not_exist_has_no_hours() {
        var fridays = new WorkingTime(Calendar.of(ZoneId.of("Pacific/Apia"), WorkWeek.NEVER.with("09:00", "17:00", DayOfWeek.FRIDAY)));
        assertThat(fridays.between(t("2011-12-29T00:00:00Z"), t("2012-01-02T00:00:00Z"))).isZero();
    }

    @Test
    void working_days_keep_the_time_of_day_and_skip_what_is_closed() {
        Instant friday = t("2026-06-05T08:30:00Z");
        assertThat(OFFICE.addDays(friday, 1, false)).contains(t("2026-06-08T08:30:00Z"));
        assertThat(OFFICE.addDays(friday, 1, true)).contains(t("2026-06-08T15:00:00Z"));
        assertThat(OFFICE.addDays(t("2026-06-06T08:30:00Z"), 1, false)).as("from a Saturday").contains(t("2026-06-09T07:00:00Z"));
        assertThat(OFFICE.addDays(t("2026-06-05T20:00:00Z"), 1, false)).as("after closing").contains(t("2026-06-08T15:00:00Z"));
    }

    @Test
    void hours_that_no_clock_shows_are_refused() {
        assertThatThrownBy(() -> Span.of("25:00", "26:00")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("25:00");
        assertThatThrownBy(() -> Span.of("09:00", "18:60")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("18:60");
        assertThatThrownBy(() -> Span.of("09:00", "24:01")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("24:01");
        assertThatThrownBy(() -> Span.of("17:00", "09:00")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("17:00");
        assertThatThrownBy(() -> Span.of("9", "10")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("08:30");
    }

    private static Instant t(String text) {
        return Instant.parse(text);
    }
}
