package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import whom.agreements.Behind.Happened;
import whom.calendars.Calendar;
import whom.calendars.WorkWeek;
import whom.calendars.WorkingTime;

/** How a ticket looks to a team that was asked, or to a supplier: the same clocks, over other events. */
class BehindTest {

    private static final WorkingTime HOURS = new WorkingTime(Calendar.of(java.time.ZoneId.of("UTC"), WorkWeek.NEVER.with("09:00", "17:00", java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.TUESDAY)));
    private static final Terms TERMS = Terms.in(HOURS, Map.of(Clock.FIRST_RESPONSE, hours(2), Clock.NEXT_RESPONSE, hours(1), Clock.SOLUTION, hours(8)));
    private static final ClockRules RULES = ClockRules.HOUSE.behind();

    @Test
    void a_team_answers_from_the_moment_it_is_asked() {
        assertThat(team("10:00", at("09:30", "asked", "holds")).get(Clock.FIRST_RESPONSE).due()).isEqualTo(monday("11:30"));
        assertThat(team("10:00", at("09:30", "asked", "holds"), at("09:50", "message", "agent")).get(Clock.FIRST_RESPONSE).used()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void what_others_note_is_no_answer_of_the_team() {
        var readings = team("12:00", at("09:30", "asked", "holds"), at("10:00", "message", "served"));
        assertThat(readings.get(Clock.FIRST_RESPONSE).breached()).isTrue();
        assertThat(readings.get(Clock.NEXT_RESPONSE).due()).isEqualTo(monday("10:30"));
    }

    @Test
    void passing_it_on_ends_the_teams_part_and_coming_back_goes_on_with_what_was_left() {
        var gone = team("16:00", at("09:00", "asked", "holds"), at("10:00", "message", "agent"), at("12:00", "left", "holds"));
        assertThat(gone.get(Clock.SOLUTION).done()).isEqualTo(monday("12:00"));
        assertThat(gone.get(Clock.SOLUTION).used()).isEqualTo(Duration.ofHours(3));
        var back = team("16:00", at("09:00", "asked", "holds"), at("10:00", "message", "agent"), at("12:00", "left", "holds"), at("15:00", "asked", "holds"));
        assertThat(back.get(Clock.SOLUTION).done()).isNull();
        assertThat(back.get(Clock.SOLUTION).used()).isEqualTo(Duration.ofHours(4));
        assertThat(back.get(Clock.NEXT_RESPONSE).due()).as("asked again, an answer is owed again").isEqualTo(monday("16:00"));
    }

    @Test
    void who_was_only_asked_in_has_done_their_part_by_answering() {
        var readings = team("16:00", at("09:00", "asked", ""), at("10:00", "message", "agent"));
        assertThat(readings.get(Clock.FIRST_RESPONSE).done()).isEqualTo(monday("10:00"));
        assertThat(readings.get(Clock.SOLUTION).done()).isEqualTo(monday("10:00"));
        assertThat(readings.get(Clock.SOLUTION).due()).isNull();
    }

    @Test
    void waiting_for_the_one_served_stops_the_teams_solution_too_and_solving_ends_it() {
        var readings = team("16:00", at("09:00", "asked", "holds"), at("10:00", "state", "waiting_user"), at("12:00", "state", "open"), at("13:00", "state", "solved"));
        assertThat(readings.get(Clock.SOLUTION).used()).isEqualTo(Duration.ofHours(2));
        assertThat(readings.get(Clock.SOLUTION).done()).isEqualTo(monday("13:00"));
    }

    @Test
    void what_happened_before_a_team_was_asked_is_not_its_affair() {
        var events = Behind.team(List.of(at("08:00", "message", "served"), at("08:30", "state", "waiting_user"), at("08:40", "left", "holds"), at("09:00", "asked", "holds")));
        assertThat(events).containsExactly(new TicketEvent.Created(monday("09:00"), "waiting_user", TicketEvent.Side.SERVED));
    }

    @Test
    void a_suppliers_clock_runs_while_the_ticket_waits_for_them() {
        List<Happened> happened = List.of(at("09:00", "state", "open"), at("10:00", "state", "waiting_third_party"), at("11:00", "state", "open"), at("15:00", "state", "waiting_third_party"));
        var open = Clocks.read(RULES, TERMS, Behind.supplier(happened.subList(0, 3), situation("open", "11:00")), monday("12:00")).get(Clock.SOLUTION);
        assertThat(open.done()).isEqualTo(monday("11:00"));
        assertThat(open.used()).isEqualTo(Duration.ofHours(1));
        var again = Clocks.read(RULES, TERMS, Behind.supplier(happened, situation("waiting_third_party", "15:00")), monday("16:00")).get(Clock.SOLUTION);
        assertThat(again.used()).isEqualTo(Duration.ofHours(2));
        assertThat(again.due()).as("two hours are used; of the six left one is on Monday, five on Tuesday").isEqualTo(monday("14:00").plus(Duration.ofDays(1)));
        assertThat(Behind.supplier(happened.subList(0, 1), situation("open", "09:00"))).isEmpty();
        assertThat(Behind.supplier(List.of(), situation("waiting_third_party", "10:00"))).as("brought in from elsewhere, without a log").hasSize(1);
    }

    private static Map<Clock, Reading> team(String now, Happened... happened) {
        return Clocks.read(RULES, TERMS, Behind.team(List.of(happened)), monday(now));
    }

    private static Situation situation(String stage, String since) {
        return new Situation(monday("08:00"), java.time.LocalDate.parse("2026-06-01"), "incident", 3, null, stage, monday(since), false, false, "ann", "network", 12L, null, Set.of(), null,
                monday("08:00"), false, 1, new Situation.Hours(1, 1), null, false, Instant.MAX, true);
    }

    private static Target hours(int hours) {
        return new Target.Time(Duration.ofHours(hours));
    }

    private static Happened at(String time, String what, String detail) {
        return new Happened(monday(time), what, detail);
    }

    private static Instant monday(String time) {
        return Instant.parse("2026-06-01T" + time + ":00Z");
    }
}
