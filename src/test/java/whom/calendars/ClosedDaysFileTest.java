package whom.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import whom.Effort;
import whom.calendars.ClosedDays.Left;
import whom.calendars.ClosedDays.Why;
import whom.kernel.Refused;

class ClosedDaysFileTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_day_is_closed_and_named() {
        var read = read("DTSTART;VALUE=DATE:20261224", "SUMMARY:Christmas Eve\\, all day");
        assertThat(read.days()).containsExactly(entry("2026-12-24", "Christmas Eve, all day"));
    }

    @Test
    void the_end_of_a_stretch_of_days_is_the_day_after_it() {
        assertThat(read("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227").days().keySet())
                .containsExactly(day("2026-12-24"), day("2026-12-25"), day("2026-12-26"));
        assertThat(read("DTSTART;VALUE=DATE:20261224", "DURATION:P2D").days().keySet()).containsExactly(day("2026-12-24"), day("2026-12-25"));
    }

    @Test
    void a_part_of_a_day_becomes_a_break_by_the_clock_of_the_calendar() {
        var read = read("DTSTART:20261224T110000Z", "DTEND:20261224T150000Z");
        assertThat(read.days()).isEmpty();
        assertThat(read.hours()).containsExactly(Map.entry(day("2026-12-24"), List.of(Span.of("12:00", "16:00"))));
        assertThat(read("DTSTART;TZID=America/New_York:20261224T200000", "DURATION:PT8H").hours())
                .containsExactly(Map.entry(day("2026-12-25"), List.of(Span.of("02:00", "10:00"))));
    }

    @Test
    void what_repeats_every_year_is_closed_every_year() {
        assertThat(read("DTSTART;VALUE=DATE:20201224", "RRULE:FREQ=YEARLY").days().keySet())
                .containsExactly(day("2026-12-24"), day("2027-12-24"), day("2028-12-24"));
        assertThat(read("DTSTART;VALUE=DATE:20261126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH").days().keySet())
                .containsExactly(day("2026-11-26"), day("2027-11-25"), day("2028-11-23"));
        assertThat(read("DTSTART;VALUE=DATE:20260525", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2").days().keySet())
                .containsExactly(day("2026-05-25"), day("2027-05-31"));
        assertThat(read("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY").days().keySet()).containsExactly(day("2028-02-29"));
        assertThat(read("DTSTART;VALUE=DATE:20261224", "RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20271231").days().keySet()).containsExactly(day("2026-12-24"));
        assertThat(read("DTSTART;VALUE=DATE:20261224", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20271224").days().keySet())
                .containsExactly(day("2026-12-24"), day("2028-12-24"));
    }

    @Test
    void what_cannot_be_followed_exactly_is_named_and_never_guessed() {
        assertThat(read("DTSTART;VALUE=DATE:20261224", "SUMMARY:Mondays", "RRULE:FREQ=WEEKLY;BYDAY=MO").left())
                .containsExactly(new Left("Mondays", Why.RULE_NOT_YEARLY));
        assertThat(read("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYMONTHDAY=13").left()).hasSize(1);
        assertThat(read("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYEASTER=1").left()).hasSize(1);
        assertThat(read("DTSTART:soon").left()).containsExactly(new Left("", Why.TIME_NOT_UNDERSTOOD));
        assertThat(read("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20990101").left()).containsExactly(new Left("", Why.TOO_LONG));
    }

    @Test
    void folded_lines_alarms_and_cancelled_events_are_read_as_they_are_meant() {
        assertThat(read("DTSTART;VALUE=DATE:2026", " 1224", "SUMMARY:Christmas", "  Eve", "BEGIN:VALARM", "DTSTART:20260101T000000", "END:VALARM").days())
                .containsExactly(entry("2026-12-24", "Christmas Eve"));
        assertThat(read("DTSTART;VALUE=DATE:20261224", "STATUS:CANCELLED").days()).isEmpty();
    }

    @Test
    void an_event_that_stands_in_for_one_of_a_series_moves_it() {
        String file = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260501\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;VALUE=DATE:20270501\r\nDTSTART;VALUE=DATE:20270503\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assertThat(ClosedDaysFile.read(file, BERLIN, day("2026-01-01"), day("2028-12-31")).days().keySet())
                .containsExactly(day("2026-05-01"), day("2027-05-03"), day("2028-05-01"));
    }

    @Test
    void closed_days_close_a_calendar() {
        Calendar office = SomeCalendars.office("Europe/Berlin");
        var hours = new WorkingTime(read("DTSTART;VALUE=DATE:20261224").close(office));
        assertThat(hours.between(Instant.parse("2026-12-23T00:00:00Z"), Instant.parse("2026-12-26T00:00:00Z"))).isEqualTo(Duration.ofHours(16));
        var afternoon = new WorkingTime(read("DTSTART:20261224T110000Z", "DTEND:20261224T230000Z").close(office));
        assertThat(afternoon.between(Instant.parse("2026-12-24T00:00:00Z"), Instant.parse("2026-12-25T00:00:00Z"))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void another_kind_of_file_and_one_that_is_too_big_are_refused() {
        assertThatThrownBy(() -> file("<html>")).isInstanceOf(Refused.class).hasMessageContaining("not_icalendar");
        assertThatThrownBy(() -> file("BEGIN:VCALENDAR" + " ".repeat(ClosedDaysFile.LONGEST_FILE))).isInstanceOf(Refused.class).hasMessageContaining("too_long");
        assertThatThrownBy(() -> file("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(ClosedDaysFile.MOST_EVENTS + 1)))
                .isInstanceOf(Refused.class).hasMessageContaining("too_many");
    }

    @Test
    void a_file_made_to_keep_us_busy_does_not() throws Exception {
        String busy = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nDTSTART;VALUE=DATE:00010101\nDURATION:P99D\nRRULE:FREQ=YEARLY\nEND:VEVENT\n".repeat(5_000);
        Effort.isAtMost(Duration.ofSeconds(30), () -> file(busy));
    }

    @Property(tries = 200)
    void whatever_stands_in_a_line_it_is_read_or_left(@ForAll String value, @ForAll String rule) {
        assertThat(read("DTSTART:" + value, "RRULE:FREQ=YEARLY;" + rule, "SUMMARY:" + value)).isNotNull();
        assertThat(read("DTSTART;VALUE=DATE:20261224", "RRULE:" + rule, "DURATION:" + value)).isNotNull();
    }

    private static ClosedDays read(String... lines) {
        return file("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    private static ClosedDays file(String text) {
        return ClosedDaysFile.read(text, BERLIN, day("2026-01-01"), day("2028-12-31"));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Map.Entry<LocalDate, String> entry(String day, String name) {
        return Map.entry(day(day), name);
    }
}
