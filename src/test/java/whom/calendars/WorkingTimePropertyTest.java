package whom.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import whom.Effort;

@Domain(SomeCalendars.class)
@Domain(DomainContext.Global.class)
class WorkingTimePropertyTest {

    @Property(tries = 150)
    void what_was_added_is_measured_again(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @LongRange(min = 1, max = 3_000_000) long seconds) {
        var hours = new WorkingTime(calendar);
        Duration span = Duration.ofSeconds(seconds);
        Instant to = hours.add(from, span).orElseThrow();
        assertThat(hours.between(from, to)).isEqualTo(span);
        assertThat(hours.between(from, to.minusSeconds(1))).as("it is the first such instant").isLessThan(span);
        Instant back = hours.add(from, span.negated()).orElseThrow();
        assertThat(hours.between(back, from)).isEqualTo(span);
        assertThat(hours.between(back.plusSeconds(1), from)).as("it is the last such instant").isLessThan(span);
    }

    @Property(tries = 150)
    void adding_more_or_later_never_ends_earlier(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @LongRange(min = -900_000, max = 900_000) long seconds,
            @ForAll @IntRange(max = 100_000) int more, @ForAll @IntRange(max = 100_000) int later) {
        var hours = new WorkingTime(calendar);
        Instant end = hours.add(from, Duration.ofSeconds(seconds)).orElseThrow();
        assertThat(hours.add(from, Duration.ofSeconds(seconds + more)).orElseThrow()).isAfterOrEqualTo(end);
        assertThat(hours.add(from.plusSeconds(later), Duration.ofSeconds(seconds)).orElseThrow()).isAfterOrEqualTo(end);
    }

    @Property(tries = 150)
    void pieces_add_up_in_any_order(@ForAll Calendar calendar, @ForAll Instant a, @ForAll Instant b, @ForAll Instant c) {
        var hours = new WorkingTime(calendar);
        assertThat(hours.between(a, b).plus(hours.between(b, c))).isEqualTo(hours.between(a, c));
    }

    @Property(tries = 60)
    void counting_second_by_second_gives_the_same(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @IntRange(max = 3000) int length,
            @ForAll @IntRange(min = 1, max = 61) int step) {
        var hours = new WorkingTime(calendar);
        Duration counted = Duration.ZERO;
        Instant t = from;
        for (int i = 0; i < length; i++, t = t.plusSeconds(step)) {
            assertThat(hours.isOpen(t)).as("open at %s", t).isEqualTo(open(calendar, t));
            counted = hours.isOpen(t) ? counted.plusSeconds(step) : counted;
        }
        if (step == 1) {
            assertThat(hours.between(from, t)).isEqualTo(counted);
        }
    }

    /** The rule itself, without sums or years: within a span of yesterday, today or tomorrow, by {@link ZonedDateTime#of}. */
    private static boolean open(Calendar calendar, Instant t) {
        LocalDate today = t.atZone(calendar.zone()).toLocalDate();
        return today.minusDays(1).datesUntil(today.plusDays(2))
                .filter(date -> at(calendar, date, 0).isBefore(at(calendar, date.plusDays(1), 0)))
                .anyMatch(date -> calendar.on(date).stream()
                        .anyMatch(s -> !t.isBefore(at(calendar, date, s.from())) && t.isBefore(at(calendar, date, s.to()))));
    }

    private static Instant at(Calendar calendar, LocalDate date, int second) {
        return date.atStartOfDay().plusSeconds(second).atZone(calendar.zone()).toInstant();
    }

    @Property(tries = 150)
    void the_next_and_the_previous_opening_are_open_and_nothing_lies_between(@ForAll Calendar calendar, @ForAll Instant from) {
        var hours = new WorkingTime(calendar);
        Instant next = hours.nextOpen(from).orElseThrow();
        assertThat(hours.isOpen(next)).isTrue();
        assertThat(next).isAfterOrEqualTo(from);
        assertThat(hours.between(from, next)).isZero();
        Instant previous = hours.previousOpen(from).orElseThrow();
        assertThat(hours.isOpen(previous.minusSeconds(1)) || hours.isOpen(previous.minusNanos(1))).isTrue();
        assertThat(previous).isBeforeOrEqualTo(from);
        assertThat(hours.between(previous, from)).isZero();
    }

    @Property(tries = 50)
    void parts_of_a_second_are_kept(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @LongRange(min = 1, max = 999_999_999) long nanos) {
        var hours = new WorkingTime(calendar);
        Duration span = Duration.ofSeconds(86_400, nanos);
        Instant to = hours.add(from.plusNanos(17), span).orElseThrow();
        assertThat(hours.between(from.plusNanos(17), to)).isEqualTo(span);
    }

    @Example
    void fifty_years_are_counted_at_once() throws Exception {
        Effort.isAtMost(Duration.ofSeconds(2), () -> {
            var hours = new WorkingTime(SomeCalendars.office("Europe/Berlin"));
            Instant from = Instant.parse("2020-01-01T00:00:00Z");
            Duration span = hours.between(from, Instant.parse("2070-01-01T00:00:00Z"));
            assertThat(span).isEqualTo(Duration.ofHours(8L * 13_045));
            assertThat(hours.add(from, span)).contains(Instant.parse("2069-12-31T16:00:00Z"));
        });
    }
}
