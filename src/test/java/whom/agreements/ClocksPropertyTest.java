package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import whom.agreements.TicketEvent.Created;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Note;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;
import whom.calendars.Calendar;
import whom.calendars.SomeCalendars;
import whom.calendars.WorkWeek;
import whom.calendars.WorkingTime;

/** What holds of every clock, whatever the calendar, the target and the pauses; half of the instants lie near a change of some clock. */
@Domain(SomeCalendars.class)
@Domain(DomainContext.Global.class)
class ClocksPropertyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Property(tries = 150)
    void at_its_due_time_exactly_the_target_is_used_and_not_before(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @LongRange(min = 1, max = 900_000) long seconds,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 200_000) Integer> steps) {
        var hours = new WorkingTime(calendar);
        List<TicketEvent> events = waiting(from, steps, false);
        Instant due = solution(hours, seconds, events, events.getLast().at()).due();
        Assume.that(due.isAfter(events.getLast().at()));
        assertThat(solution(hours, seconds, events, due).used()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(solution(hours, seconds, events, due).breached()).as("in time at its due time").isFalse();
        assertThat(solution(hours, seconds, events, due.plus(SECOND)).breached()).isTrue();
        assertThat(solution(hours, seconds, events, due.minus(SECOND)).used()).as("the first such instant").isLessThan(Duration.ofSeconds(seconds));
    }

    @Property(tries = 150)
    void what_is_used_and_what_stood_still_add_up_to_the_time_that_passed(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @Size(max = 7) List<@IntRange(min = 1, max = 200_000) Integer> steps,
            @ForAll @IntRange(max = 500_000) int after) {
        var hours = new WorkingTime(calendar);
        List<TicketEvent> events = waiting(from, steps, true);
        Instant now = events.getLast().at().plusSeconds(after);
        Reading reading = solution(hours, 3_600, events, now);
        assertThat(reading.used().plus(reading.paused())).isEqualTo(hours.between(from, now));
        assertThat(reading.used().isNegative() || reading.paused().isNegative()).isFalse();
    }

    @Property(tries = 150)
    void time_only_adds_to_what_is_used_and_missed_stays_missed(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @LongRange(min = 1, max = 300_000) long seconds,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 100_000) Integer> steps, @ForAll @IntRange(max = 300_000) int later) {
        var hours = new WorkingTime(calendar);
        List<TicketEvent> events = waiting(from, steps, false);
        Instant now = events.getLast().at();
        Reading before = solution(hours, seconds, events, now);
        Reading after = solution(hours, seconds, events, now.plusSeconds(later));
        assertThat(after.used()).isGreaterThanOrEqualTo(before.used());
        assertThat(!before.breached() || after.breached()).isTrue();
        assertThat(after.due()).as("while it runs, time alone moves no due time").isEqualTo(before.due());
    }

    @Property(tries = 150)
    void whatever_is_set_afterwards_missed_stays_missed(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @LongRange(min = 1, max = 300_000) long seconds,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 200_000) Integer> steps) {
        var hours = new WorkingTime(calendar);
        List<TicketEvent> events = waiting(from, steps, true);
        boolean missed = false;
        for (int i = 1; i <= events.size(); i++) {
            Instant now = i == events.size() ? events.getLast().at().plusSeconds(90_000) : events.get(i).at();
            boolean breached = solution(hours, seconds, events.subList(0, i), now).breached();
            assertThat(!missed || breached).as("after %d events", i).isTrue();
            missed = breached;
        }
    }

    @Property(tries = 150)
    void a_pause_moves_the_due_time_by_the_working_time_in_it_and_so_not_at_all_outside_hours(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @LongRange(min = 1, max = 300_000) long seconds,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 100_000) Integer> steps) {
        var hours = new WorkingTime(calendar);
        List<TicketEvent> events = waiting(from, steps, false);
        Reading reading = solution(hours, seconds, events, events.getLast().at());
        assertThat(reading.due()).isEqualTo(hours.add(from, Duration.ofSeconds(seconds).plus(reading.paused())).orElseThrow());
        // the same pauses, each drawn out to where the hours begin again or ended before
        Instant closed = hours.previousOpen(events.getLast().at()).orElseThrow();
        var more = new ArrayList<>(events);
        more.add(new StateChanged(events.getLast().at().plusMillis(1), "waiting_user"));
        more.add(new StateChanged(hours.nextOpen(events.getLast().at().plusMillis(1)).orElseThrow(), "open"));
        if (!hours.isOpen(events.getLast().at()) && !closed.isAfter(events.getLast().at())) {
            assertThat(solution(hours, seconds, more, more.getLast().at()).due()).isEqualTo(reading.due());
        }
    }

    @Property(tries = 100)
    void a_pause_in_pieces_is_the_same_pause(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @Size(min = 3, max = 6) List<@IntRange(min = 2, max = 100_000) Integer> steps, @ForAll @IntRange(min = 1, max = 100_000) int cut) {
        var hours = new WorkingTime(calendar);
        List<TicketEvent> events = waiting(from, steps, false);
        var cutUp = new ArrayList<>(events);
        Instant inside = events.get(1).at().plusSeconds(Math.min(cut, steps.get(1) - 1L));
        cutUp.add(2, new StateChanged(inside, "waiting_user"));
        Instant now = events.getLast().at();
        assertThat(solution(hours, 7_200, cutUp, now)).isEqualTo(solution(hours, 7_200, events, now));
    }

    @Property(tries = 100)
    void notes_and_words_move_no_solution_wherever_they_stand(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 100_000) Integer> steps,
            @ForAll @Size(max = 5) List<@IntRange(max = 300_000) Integer> words) {
        var hours = new WorkingTime(calendar);
        List<TicketEvent> events = waiting(from, steps, true);
        var more = new ArrayList<>(events);
        words.forEach(at -> more.add(at % 2 == 0 ? new Note(from.plusSeconds(at)) : new Message(from.plusSeconds(at), at % 3 == 0 ? Side.AGENT : Side.SERVED)));
        more.subList(1, more.size()).sort(java.util.Comparator.comparing(TicketEvent::at));
        Instant now = more.getLast().at().isAfter(events.getLast().at()) ? more.getLast().at() : events.getLast().at();
        assertThat(solution(hours, 7_200, more, now)).isEqualTo(solution(hours, 7_200, events, now));
    }

    @Property(tries = 100)
    void a_longer_target_is_never_due_earlier_nor_missed_where_a_shorter_one_is_met(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @LongRange(min = 1, max = 300_000) long seconds, @ForAll @IntRange(max = 100_000) int more,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 100_000) Integer> steps) {
        var hours = new WorkingTime(calendar);
        List<TicketEvent> events = waiting(from, steps, false);
        Reading one = solution(hours, seconds, events, events.getLast().at());
        Reading other = solution(hours, seconds + more, events, events.getLast().at());
        assertThat(other.due()).isAfterOrEqualTo(one.due());
        assertThat(one.breached() || !other.breached()).isTrue();
    }

    @Property(tries = 100)
    void without_the_pause_rule_nothing_is_ever_better(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @LongRange(min = 1, max = 100_000) long seconds, @ForAll @Size(max = 7) List<@IntRange(min = 1, max = 100_000) Integer> steps) {
        var hours = new WorkingTime(calendar);
        List<TicketEvent> events = waiting(from, steps, true);
        Instant now = events.getLast().at();
        Reading stopped = solution(hours, seconds, events, now);
        Reading plain = read(ClockRules.HOUSE.unstopped(), hours, seconds, events, now).get(Clock.SOLUTION);
        assertThat(plain.used()).isEqualTo(stopped.used().plus(stopped.paused()));
        assertThat(!stopped.breached() || plain.breached()).isTrue();
    }

    @Property(tries = 60)
    void around_the_clock_a_target_is_so_much_elapsed_time_in_any_zone(@ForAll Instant from, @ForAll @LongRange(min = 1, max = 3_000_000) long seconds) {
        for (String zone : List.of("Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns")) {
            var hours = new WorkingTime(Calendar.of(ZoneId.of(zone), WorkWeek.NEVER.with("00:00", "24:00", DayOfWeek.values())));
            assertThat(solution(hours, seconds, List.of(new Created(from, "new", Side.SERVED)), from).due()).as(zone).isEqualTo(from.plusSeconds(seconds));
        }
    }

    @Property(tries = 100)
    void asking_twice_never_gives_more_time_to_answer(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 50_000) Integer> steps) {
        var hours = new WorkingTime(calendar);
        var events = new ArrayList<TicketEvent>(List.of(new Created(from, "new", Side.SERVED)));
        Instant due = null;
        Instant at = from;
        for (int step : steps) {
            at = at.plusSeconds(step);
            events.add(new Message(at, Side.SERVED));
            Instant next = read(ClockRules.HOUSE, hours, 3_600, events, at).get(Clock.NEXT_RESPONSE).due();
            assertThat(due == null || next.equals(due)).isTrue();
            due = next;
        }
    }

    @Property(tries = 100)
    void two_teams_that_pass_it_to_and_fro_have_used_together_what_passed(@ForAll Calendar calendar, @ForAll Instant from, @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 1, max = 100_000) Integer> steps) {
        var hours = new WorkingTime(calendar);
        var one = new ArrayList<Behind.Happened>();
        var other = new ArrayList<Behind.Happened>();
        Instant at = from;
        boolean first = true;
        for (int step : steps) {
            (first ? one : other).add(new Behind.Happened(at, "asked", "holds"));
            (first ? other : one).add(new Behind.Happened(at, "left", "holds"));
            first = !first;
            at = at.plusSeconds(step);
        }
        Instant now = at;
        Duration together = java.util.stream.Stream.of(one, other).map(Behind::team).filter(events -> !events.isEmpty())
                .map(events -> read(ClockRules.HOUSE.behind(), hours, 3_600, events, now).get(Clock.SOLUTION).used()).reduce(Duration.ZERO, Duration::plus);
        assertThat(together).isEqualTo(hours.between(from, now));
    }

    /** Created, then now waiting for the one served, now open, after so many seconds each. */
    private static List<TicketEvent> waiting(Instant from, List<Integer> steps, boolean mayEndWaiting) {
        var events = new ArrayList<TicketEvent>(List.of(new Created(from, "new", Side.SERVED)));
        Instant at = from;
        for (int step : steps) {
            at = at.plusSeconds(step);
            events.add(new StateChanged(at, events.size() % 2 == 1 ? "waiting_user" : "open"));
        }
        if (!mayEndWaiting && events.size() % 2 == 0) {
            events.add(new StateChanged(at.plusSeconds(60), "open"));
        }
        return events;
    }

    private static Reading solution(WorkingTime hours, long seconds, List<TicketEvent> events, Instant now) {
        return read(ClockRules.HOUSE, hours, seconds, events, now).get(Clock.SOLUTION);
    }

    private static Map<Clock, Reading> read(ClockRules rules, WorkingTime hours, long seconds, List<TicketEvent> events, Instant now) {
        Target target = new Target.Time(Duration.ofSeconds(seconds));
        return Clocks.read(rules, Terms.in(hours, Map.of(Clock.SOLUTION, target, Clock.NEXT_RESPONSE, target)), events, now);
    }
}
