package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whom.agreements.TicketEvent.AgreementChanged;
import whom.agreements.TicketEvent.Created;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Note;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;
import whom.agreements.TicketEvent.TermsChanged;
import whom.calendars.Calendar;
import whom.calendars.WorkWeek;
import whom.calendars.WorkingTime;

/** This house's rules, on Mondays to Fridays 9 to 17 in Berlin. 1 June 2026 is a Monday; all times are local. */
class ClocksTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkingTime OFFICE = new WorkingTime(Calendar.of(BERLIN, WorkWeek.NEVER.with("09:00", "17:00",
            DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)));
    private static final Terms TERMS = terms(60, 120, 480);

    @Test
    void a_new_ticket_shows_when_the_first_answer_the_next_and_the_solution_are_due() {
        var clocks = read("01T10:00", raised("01T10:00"));
        assertThat(clocks.get(Clock.FIRST_RESPONSE).due()).isEqualTo(at("01T11:00"));
        assertThat(clocks.get(Clock.NEXT_RESPONSE).due()).isEqualTo(at("01T12:00"));
        assertThat(clocks.get(Clock.SOLUTION).due()).isEqualTo(at("02T10:00"));
        assertThat(Clocks.next(clocks)).contains(at("01T11:00"));
    }

    @Test
    void a_due_time_at_closing_time_is_that_closing_time() {
        assertThat(read("01T09:00", raised("01T09:00")).get(Clock.SOLUTION).due()).isEqualTo(at("01T17:00"));
    }

    @Test
    void a_note_among_agents_is_no_answer() {
        var noted = read("01T10:30", raised("01T10:00"), new Note(at("01T10:30")));
        assertThat(noted.get(Clock.FIRST_RESPONSE).done()).isNull();
        var answered = read("01T10:45", raised("01T10:00"), new Note(at("01T10:30")), answer("01T10:45"));
        assertThat(answered.get(Clock.FIRST_RESPONSE).done()).isEqualTo(at("01T10:45"));
        assertThat(answered.get(Clock.FIRST_RESPONSE).used()).isEqualTo(Duration.ofMinutes(45));
        assertThat(answered.get(Clock.FIRST_RESPONSE).due()).isNull();
    }

    @Test
    void waiting_stops_the_solution_clock_but_never_an_answer_that_is_owed() {
        var waiting = read("01T11:00", raised("01T10:00"), state("01T10:20", "waiting_user"));
        assertThat(waiting.get(Clock.SOLUTION).due()).isNull();
        assertThat(waiting.get(Clock.SOLUTION).used()).isEqualTo(Duration.ofMinutes(20));
        assertThat(waiting.get(Clock.FIRST_RESPONSE).due()).isEqualTo(at("01T11:00"));
        var back = read("01T12:00", raised("01T10:00"), state("01T10:20", "waiting_user"), state("01T12:00", "open"));
        assertThat(back.get(Clock.SOLUTION).due()).isEqualTo(at("02T11:40"));
        assertThat(back.get(Clock.SOLUTION).paused()).isEqualTo(Duration.ofMinutes(100));
        assertThat(back.get(Clock.FIRST_RESPONSE).breached()).isTrue();
    }

    @Test
    void a_pause_outside_working_hours_moves_nothing() {
        var clocks = read("02T09:00", raised("01T16:00"), state("01T18:00", "waiting_user"), state("02T08:00", "open"));
        assertThat(clocks.get(Clock.SOLUTION).due()).isEqualTo(at("02T16:00"));
        assertThat(clocks.get(Clock.SOLUTION).paused()).isZero();
    }

    @Test
    void the_next_response_counts_from_the_first_unanswered_message_and_keeps_its_worst() {
        var asked = read("01T14:30", raised("01T10:00"), answer("01T11:30"), ask("01T14:00"), ask("01T14:30"));
        assertThat(asked.get(Clock.NEXT_RESPONSE).due()).isEqualTo(at("01T16:00"));
        assertThat(asked.get(Clock.NEXT_RESPONSE).used()).isEqualTo(Duration.ofMinutes(90));
        assertThat(asked.get(Clock.NEXT_RESPONSE).margin()).isEqualTo(Duration.ofMinutes(30));
        var answered = read("01T15:00", raised("01T10:00"), answer("01T11:30"), ask("01T14:00"), answer("01T15:00"));
        assertThat(answered.get(Clock.NEXT_RESPONSE).due()).isNull();
        assertThat(answered.get(Clock.NEXT_RESPONSE).used()).isEqualTo(Duration.ofMinutes(90));
    }

    /** The table in docs/clocks.md, line by line. */
    @Test
    void the_example_that_is_worked_by_hand_comes_out_the_same() {
        TicketEvent[] events = {raised("01T10:00"), state("01T10:20", "waiting_user"), state("01T12:00", "open"), answer("01T12:30"),
                state("01T16:00", "waiting_user"), state("02T08:00", "open"), state("02T10:00", "solved")};
        var noon = read("01T12:00", events);
        assertThat(noon.get(Clock.FIRST_RESPONSE).breached()).isTrue();
        assertThat(noon.get(Clock.SOLUTION).due()).isEqualTo(at("02T11:40"));
        var answered = read("01T12:30", events);
        assertThat(answered.get(Clock.FIRST_RESPONSE).margin()).isEqualTo(Duration.ofMinutes(-90));
        assertThat(answered.get(Clock.NEXT_RESPONSE).margin()).isEqualTo(Duration.ofMinutes(-30));
        assertThat(read("01T16:00", events).get(Clock.SOLUTION).used()).isEqualTo(Duration.ofMinutes(260));
        assertThat(read("02T08:00", events).get(Clock.SOLUTION).due()).isEqualTo(at("02T12:40"));
        var solved = read("02T10:00", events).get(Clock.SOLUTION);
        assertThat(solved.paused()).isEqualTo(Duration.ofMinutes(160));
        assertThat(solved.used()).isEqualTo(Duration.ofMinutes(320));
        assertThat(solved.margin()).isEqualTo(Duration.ofMinutes(160));
    }

    @Test
    void what_was_once_late_stays_late() {
        var clocks = read("01T15:30", raised("01T10:00"), answer("01T13:00"), ask("01T15:00"), answer("01T15:30"));
        assertThat(clocks.get(Clock.NEXT_RESPONSE).breached()).isTrue();
        assertThat(clocks.get(Clock.NEXT_RESPONSE).margin()).isEqualTo(Duration.ofMinutes(-60));
    }

    @Test
    void what_was_missed_over_a_weekend_is_not_undone_by_waiting_until_monday() {
        // Friday 16:00, an answer within an hour; 1 h of Monday is paused, so it would be due at 10:00 then
        Terms all = terms(60, 60, 60);
        var missed = read(all, "08T10:00", raised("05T16:00"), state("06T10:00", "waiting_user"), state("08T10:00", "open"));
        assertThat(missed.get(Clock.SOLUTION).due()).isEqualTo(at("08T10:00"));
        assertThat(missed.get(Clock.SOLUTION).breached()).isTrue();
        assertThat(read(all, "08T10:00", raised("05T16:00"), state("06T10:00", "solved"), state("08T10:00", "open")).get(Clock.SOLUTION).breached()).isTrue();
        // stopped on the very second it was due, it was in time, on Saturday as on Monday
        for (String now : List.of("06T10:00", "08T10:00")) {
            assertThat(read(all, now, raised("05T16:00"), state("05T17:00", "waiting_user")).get(Clock.SOLUTION).breached()).isFalse();
        }
    }

    @Test
    void on_the_second_it_is_due_it_is_in_time() {
        assertThat(read("01T11:00", raised("01T10:00"), answer("01T11:00")).get(Clock.FIRST_RESPONSE).breached()).isFalse();
        assertThat(read("01T11:00:01", raised("01T10:00"), answer("01T11:00:01")).get(Clock.FIRST_RESPONSE).breached()).isTrue();
    }

    @Test
    void after_closing_time_it_is_late_though_no_working_time_has_passed() {
        var clocks = read("01T20:00", raised("01T16:00"));
        assertThat(clocks.get(Clock.FIRST_RESPONSE).due()).isEqualTo(at("01T17:00"));
        assertThat(clocks.get(Clock.FIRST_RESPONSE).breached()).isTrue();
        assertThat(clocks.get(Clock.FIRST_RESPONSE).margin()).isZero();
    }

    @Test
    void a_solved_ticket_has_no_due_time_and_one_that_is_opened_again_has_what_was_left() {
        var solved = read("01T15:00", raised("01T10:00"), answer("01T10:30"), state("01T12:00", "solved"));
        assertThat(Clocks.next(solved)).isEmpty();
        assertThat(solved.get(Clock.SOLUTION).done()).isEqualTo(at("01T12:00"));
        assertThat(solved.get(Clock.SOLUTION).used()).isEqualTo(Duration.ofHours(2));
        var again = read("08T09:00", raised("01T10:00"), answer("01T10:30"), state("01T12:00", "solved"), state("03T12:00", "closed"), state("08T09:00", "open"));
        assertThat(again.get(Clock.SOLUTION).done()).isNull();
        assertThat(again.get(Clock.SOLUTION).due()).isEqualTo(at("08T15:00"));
    }

    @Test
    void closing_a_solved_ticket_changes_no_figure() {
        var closed = read("03T12:00", raised("01T10:00"), state("01T12:00", "solved"), state("03T12:00", "closed"));
        assertThat(closed.get(Clock.SOLUTION).done()).isEqualTo(at("01T12:00"));
        assertThat(closed.get(Clock.SOLUTION).used()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void another_agreement_counts_from_the_beginning_of_the_ticket() {
        var changed = read("01T12:00", raised("01T10:00"), new AgreementChanged(at("01T12:00"), terms(240, 240, 960)));
        assertThat(changed.get(Clock.FIRST_RESPONSE).due()).isEqualTo(at("01T14:00"));
        var urgent = read("01T12:00", raised("01T10:00"), new TermsChanged(at("01T12:00"), terms(60, 60, 240)));
        assertThat(urgent.get(Clock.SOLUTION).due()).isEqualTo(at("01T14:00"));
        assertThat(read("01T12:00", raised("01T10:00"), new AgreementChanged(at("01T12:00"), Terms.NONE))).isEmpty();
    }

    @Test
    void warnings_and_escalations_are_counted_in_working_time() {
        Reading solution = read("01T15:30", raised("01T15:30")).get(Clock.SOLUTION);
        assertThat(solution.due()).isEqualTo(at("02T15:30"));
        assertThat(solution.level(Duration.ofHours(-7))).contains(at("01T16:30"));
        assertThat(solution.level(Duration.ofHours(2))).contains(at("03T09:30"));
    }

    @Test
    void no_first_response_is_owed_on_a_ticket_that_an_agent_opened() {
        var clocks = read("01T10:00", new Created(at("01T10:00"), "open", Side.AGENT));
        assertThat(clocks.get(Clock.FIRST_RESPONSE).due()).isNull();
        assertThat(clocks.get(Clock.SOLUTION).due()).isNotNull();
    }

    @Test
    void an_update_is_due_so_long_after_the_last_message_of_an_agent_while_nothing_waits() {
        Terms hourly = Terms.in(OFFICE, Map.of(Clock.REGULAR_UPDATE, new Target.Time(Duration.ofHours(4))));
        assertThat(read(hourly, "01T10:00", raised("01T10:00")).get(Clock.REGULAR_UPDATE).due()).isNull();
        assertThat(read(hourly, "01T11:00", raised("01T10:00"), answer("01T11:00")).get(Clock.REGULAR_UPDATE).due()).isEqualTo(at("01T15:00"));
        assertThat(read(hourly, "01T12:00", raised("01T10:00"), answer("01T11:00"), ask("01T12:00")).get(Clock.REGULAR_UPDATE).due()).isNull();
    }

    @Test
    void a_target_of_nothing_is_refused() {
        assertThatThrownBy(() -> new Target.Time(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Target.Time(Duration.ofMinutes(-5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Target.Days(0, true)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<Clock, Reading> read(String now, TicketEvent... events) {
        return read(TERMS, now, events);
    }

    private static Map<Clock, Reading> read(Terms terms, String now, TicketEvent... events) {
        return Clocks.read(ClockRules.HOUSE, terms, Stream.of(events).toList(), at(now));
    }

    private static Terms terms(int first, int next, int solution) {
        return Terms.in(OFFICE, Map.of(Clock.FIRST_RESPONSE, minutes(first), Clock.NEXT_RESPONSE, minutes(next), Clock.SOLUTION, minutes(solution)));
    }

    private static Target minutes(int minutes) {
        return new Target.Time(Duration.ofMinutes(minutes));
    }

    private static TicketEvent raised(String at) {
        return new Created(at(at), "new", Side.SERVED);
    }

    private static TicketEvent ask(String at) {
        return new Message(at(at), Side.SERVED);
    }

    private static TicketEvent answer(String at) {
        return new Message(at(at), Side.AGENT);
    }

    private static TicketEvent state(String at, String to) {
        return new StateChanged(at(at), to);
    }

    private static Instant at(String dayAndTime) {
        return LocalDateTime.parse("2026-06-" + dayAndTime).atZone(BERLIN).toInstant();
    }
}
