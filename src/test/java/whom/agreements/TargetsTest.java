package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import whom.agreements.TargetRule.Subject;
import whom.agreements.TargetRule.When;
import whom.agreements.TargetRule.Whose;
import whom.calendars.Calendar;
import whom.calendars.WorkWeek;
import whom.calendars.WorkingTime;
import whom.kernel.Refused;

class TargetsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final PublishedException PAYROLL = new PublishedException("payroll run", "Wages are due that day", "head of finance",
            LocalDate.parse("2026-01-01"), LocalDate.parse("2026-06-30"));

    @Test
    void the_most_specific_rule_counts() {
        Targets targets = targets(solution(48, When.ALWAYS), solution(8, new When(null, null, null, 1)), solution(24, new When(null, null, "request", null)),
                solution(72, new When(null, "laptop", null, null)), solution(2, new When("payroll run", null, null, null)));
        assertThat(hours(targets, new Subject(null, "incident", 3, Set.of()))).isEqualTo(48);
        assertThat(hours(targets, new Subject(null, "incident", 1, Set.of()))).isEqualTo(8);
        assertThat(hours(targets, new Subject(null, "request", 1, Set.of()))).as("kind before priority").isEqualTo(24);
        assertThat(hours(targets, new Subject("laptop", "request", 1, Set.of()))).as("offering before both").isEqualTo(72);
        assertThat(hours(targets, new Subject("laptop", "request", 1, Set.of("payroll run")))).as("an exception before all").isEqualTo(2);
    }

    @Test
    void an_exception_that_has_ended_counts_no_more_and_all_are_served_alike_again() {
        Targets targets = targets(solution(48, When.ALWAYS), solution(2, new When("payroll run", null, null, null)));
        var subject = new Subject(null, "incident", 3, Set.of("payroll run"));
        assertThat(targets.rule(Clock.SOLUTION, subject, LocalDate.parse("2026-06-30")).orElseThrow().target()).isEqualTo(time(2));
        assertThat(targets.rule(Clock.SOLUTION, subject, LocalDate.parse("2026-07-01")).orElseThrow().target()).isEqualTo(time(48));
    }

    @Test
    void a_clock_without_a_rule_that_fits_is_not_promised() {
        Targets targets = targets(solution(8, new When(null, null, null, 1)));
        assertThat(terms(targets, new Subject(null, "incident", 2, Set.of())).promises()).isEmpty();
        assertThat(terms(targets, new Subject(null, "incident", 1, Set.of())).promises()).containsOnlyKeys(Clock.SOLUTION);
    }

    @Test
    void each_target_is_counted_in_the_hours_it_names() {
        Targets targets = targets(solution(8, When.ALWAYS), new TargetRule(Clock.FIRST_RESPONSE, time(1), Whose.SERVED, When.ALWAYS));
        var promises = terms(targets, new Subject(null, "incident", 2, Set.of())).promises();
        assertThat(promises.get(Clock.SOLUTION).hours()).isSameAs(PROVIDER);
        assertThat(promises.get(Clock.FIRST_RESPONSE).hours()).isSameAs(SERVED);
        assertThat(targets.inOwnHours(new Subject(null, "incident", 2, Set.of()), TODAY)).containsExactly(Clock.FIRST_RESPONSE);
    }

    @Test
    void two_rules_for_the_same_are_refused_and_so_is_a_function_without_an_exception() {
        assertThatThrownBy(() -> targets(solution(8, When.ALWAYS), solution(9, When.ALWAYS))).isInstanceOf(Refused.class).hasMessageContaining("twice");
        assertThatThrownBy(() -> targets(solution(8, new When("the board", null, null, null)))).isInstanceOf(Refused.class).hasMessageContaining("no_exception");
    }

    private static final WorkingTime PROVIDER = new WorkingTime(Calendar.of(ZoneId.of("UTC"), WorkWeek.ALWAYS));
    private static final WorkingTime SERVED = new WorkingTime(Calendar.of(ZoneId.of("Europe/Berlin"), WorkWeek.ALWAYS));

    private static Targets targets(TargetRule... rules) {
        return Targets.of(List.of(rules), List.of(PAYROLL), TODAY);
    }

    private static TargetRule solution(int hours, When when) {
        return new TargetRule(Clock.SOLUTION, time(hours), Whose.PROVIDER, when);
    }

    private static Target time(int hours) {
        return new Target.Time(Duration.ofHours(hours));
    }

    private static long hours(Targets targets, Subject subject) {
        return ((Target.Time) targets.rule(Clock.SOLUTION, subject, TODAY).orElseThrow().target()).time().toHours();
    }

    private static Terms terms(Targets targets, Subject subject) {
        return targets.terms(subject, TODAY, whose -> whose == Whose.PROVIDER ? PROVIDER : SERVED);
    }
}
