package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import whom.agreements.ClockRules.AfterDone;
import whom.agreements.ClockRules.NextResponseRuns;
import whom.agreements.ClockRules.PauseCounted;
import whom.agreements.ClockRules.Starts;
import whom.agreements.ClockRules.WhileStopped;
import whom.agreements.TicketEvent.AgreementChanged;
import whom.agreements.TicketEvent.Created;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;
import whom.calendars.Calendar;
import whom.calendars.WorkWeek;
import whom.calendars.WorkingTime;

/** The choices that are not this house's, and what holds whatever was chosen. */
class ClockRulesTest {

    private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
    private static final WorkingTime ALWAYS = new WorkingTime(Calendar.of(ZoneId.of("UTC"), WorkWeek.ALWAYS));
    private static final WorkingTime OFFICE = new WorkingTime(Calendar.of(ZoneId.of("Europe/Berlin"), WorkWeek.NEVER
            .with("09:00", "12:00", DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY).with("13:00", "17:00", DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));

    @Test
    void while_a_clock_stands_its_due_time_can_be_hidden_stay_or_move_on() {
        TicketEvent[] waiting = {created(), state(10, "waiting_user")};
        assertThat(solution(rules(WhileStopped.NONE, AfterDone.NONE), 30, waiting).due()).isNull();
        assertThat(solution(rules(WhileStopped.AS_BEFORE, AfterDone.NONE), 30, waiting).due()).isEqualTo(at(60));
        assertThat(solution(rules(WhileStopped.MOVING, AfterDone.NONE), 30, waiting).due()).isEqualTo(at(80));
    }

    @Test
    void once_it_is_done_its_due_time_can_go_come_back_or_stay() {
        TicketEvent[] again = {created(), state(10, "solved"), state(20, "open")};
        assertThat(solution(rules(WhileStopped.NONE, AfterDone.NONE), 20, again).due()).isNull();
        assertThat(solution(rules(WhileStopped.NONE, AfterDone.NONE), 20, again).done()).isEqualTo(at(10));
        assertThat(solution(rules(WhileStopped.NONE, AfterDone.NONE_UNLESS_REOPENED), 20, again).due()).isEqualTo(at(70));
        assertThat(solution(rules(WhileStopped.NONE, AfterDone.KEPT), 10, again).due()).isEqualTo(at(60));
    }

    @Test
    void the_next_response_can_count_from_other_messages() {
        TicketEvent[] talk = {created(), message(10, Side.SERVED), message(20, Side.AGENT), message(30, Side.SERVED), message(40, Side.SERVED)};
        assertThat(next(NextResponseRuns.FROM_FIRST_UNANSWERED, talk)).isEqualTo(at(90));
        assertThat(next(NextResponseRuns.FROM_LAST_UNANSWERED, talk)).isEqualTo(at(100));
        assertThat(next(NextResponseRuns.FROM_LAST_CONTACT, talk)).isEqualTo(at(100));
        assertThat(next(NextResponseRuns.FROM_LAST_AGENT_MESSAGE, talk)).isEqualTo(at(80));
    }

    @Test
    void a_clock_can_start_when_the_agreement_is_made_and_a_pause_before_that_moves_nothing() {
        var house = ClockRules.HOUSE;
        var rules = new ClockRules(house.stopped(), house.hidden(), house.done(), house.whileStopped(), house.afterDone(), house.nextResponseRuns(),
                PauseCounted.WORKING_TIME, Starts.WHEN_AGREED, false);
        Reading reading = solution(rules, 60, created(), state(10, "waiting_user"), state(40, "open"), new AgreementChanged(at(50), terms(ALWAYS)));
        assertThat(reading.due()).isEqualTo(at(110));
        assertThat(reading.used()).isEqualTo(Duration.ofMinutes(10));
        assertThat(reading.paused()).isZero();
    }

    @Test
    void a_clock_can_run_on_unseen() {
        var house = ClockRules.HOUSE;
        var rules = new ClockRules(InStates.NONE, InStates.NONE.and(Set.of("waiting_user"), EnumSet.of(Clock.SOLUTION)), house.done(), house.whileStopped(),
                house.afterDone(), house.nextResponseRuns(), house.pauseCounted(), house.starts(), false);
        assertThat(solution(rules, 30, created(), state(10, "waiting_user")).due()).isNull();
        assertThat(solution(rules, 30, created(), state(10, "waiting_user"), state(30, "open")).due()).isEqualTo(at(60));
    }

    @Property(tries = 300)
    void the_margin_is_the_working_time_from_now_to_the_due_time_early_and_late(@ForAll("stories") List<TicketEvent> events, @ForAll("minutes") int now) {
        var house = ClockRules.HOUSE;
        var moving = new ClockRules(house.stopped(), house.hidden(), house.done(), WhileStopped.MOVING, house.afterDone(), house.nextResponseRuns(),
                house.pauseCounted(), house.starts(), house.responseOnlyForServed());
        for (Clock clock : List.of(Clock.FIRST_RESPONSE, Clock.SOLUTION)) {
            Reading reading = Clocks.read(moving, terms(OFFICE), events, at(now)).get(clock);
            if (reading.due() != null && reading.margin() != null) {
                assertThat(OFFICE.between(at(now), reading.due())).as("%s", clock).isEqualTo(reading.margin());
                assertThat(reading.breached()).isEqualTo(at(now).isAfter(reading.due()));
            }
        }
    }

    @Property(tries = 100)
    void what_has_not_happened_yet_changes_nothing(@ForAll("stories") List<TicketEvent> events, @ForAll("minutes") int now) {
        List<TicketEvent> past = events.stream().filter(e -> !e.at().isAfter(at(now))).toList();
        assertThat(Clocks.read(ClockRules.HOUSE, terms(OFFICE), events, at(now))).isEqualTo(Clocks.read(ClockRules.HOUSE, terms(OFFICE), past, at(now)));
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 20_000);
    }

    @Provide
    Arbitrary<List<TicketEvent>> stories() {
        Arbitrary<TicketEvent> states = Combinators.combine(minutes(), Arbitraries.of("open", "waiting_user", "waiting_third_party", "solved", "closed"))
                .as((minute, state) -> state(minute, state));
        Arbitrary<TicketEvent> messages = Combinators.combine(minutes(), Arbitraries.of(Side.SERVED, Side.AGENT)).as((minute, side) -> message(minute, side));
        return Arbitraries.oneOf(states, messages).list().ofMaxSize(12).map(events -> {
            var story = new ArrayList<TicketEvent>(events);
            story.sort(Comparator.comparing(TicketEvent::at));
            story.addFirst(created());
            return story;
        });
    }

    /** This house, but for the two choices that are asked for. */
    private static ClockRules rules(WhileStopped whileStopped, AfterDone afterDone) {
        return new ClockRules(ClockRules.HOUSE.stopped(), InStates.NONE, ClockRules.FINAL, whileStopped, afterDone,
                NextResponseRuns.FROM_FIRST_UNANSWERED, PauseCounted.WORKING_TIME, Starts.AT_CREATION, false);
    }

    private static Reading solution(ClockRules rules, int now, TicketEvent... events) {
        return Clocks.read(rules, terms(ALWAYS), List.of(events), at(now)).get(Clock.SOLUTION);
    }

    private static Instant next(NextResponseRuns runs, TicketEvent... events) {
        var rules = new ClockRules(InStates.NONE, InStates.NONE, ClockRules.FINAL, WhileStopped.NONE, AfterDone.NONE, runs,
                PauseCounted.WORKING_TIME, Starts.AT_CREATION, false);
        return Clocks.read(rules, terms(ALWAYS), List.of(events), at(50)).get(Clock.NEXT_RESPONSE).due();
    }

    private static Terms terms(WorkingTime hours) {
        var hour = new Target.Time(Duration.ofHours(1));
        return Terms.in(hours, Map.of(Clock.FIRST_RESPONSE, hour, Clock.NEXT_RESPONSE, hour, Clock.SOLUTION, hour));
    }

    private static TicketEvent created() {
        return new Created(START, "new", Side.UNKNOWN);
    }

    private static TicketEvent message(int minute, Side side) {
        return new Message(at(minute), side);
    }

    private static TicketEvent state(int minute, String to) {
        return new StateChanged(at(minute), to);
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
