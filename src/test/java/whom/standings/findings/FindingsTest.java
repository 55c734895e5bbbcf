package whom.standings.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Duty;
import whom.standings.facts.Fact;
import whom.standings.facts.Funding;
import whom.standings.facts.Membership;
import whom.standings.facts.Office;
import whom.standings.facts.Party;
import whom.standings.facts.Period;
import whom.standings.facts.Person;
import whom.standings.facts.Placement;
import whom.standings.facts.Scope;
import whom.standings.facts.Seat;
import whom.standings.facts.Service;
import whom.standings.facts.Team;
import whom.standings.facts.Unit;

class FindingsTest {

    private static final Scope FINANCE = new Scope.OfUnit("fin");

    @Test
    void shares_that_make_a_whole_on_every_day_are_fine() {
        assertThat(texts(share("f1", FINANCE, "33.34", "2026-01-01", null), share("f2", FINANCE, "66.66", "2026-01-01", "2026-06-01"),
                share("f3", FINANCE, "66.66", "2026-06-01", null), share("f4", Scope.EVERYBODY, "100", "2026-01-01", null),
                share("f5", FINANCE, "50", "2026-03-01", "2026-03-01"))).isEmpty();
    }

    @Test
    void shares_that_do_not_sum_to_a_hundred_are_told_with_the_days_and_by_how_much() {
        assertThat(texts(new Unit("fin", "Finance", "department"), new Service("payroll", "Payroll", null),
                share("f1", FINANCE, "60", "2026-01-01", null), share("f2", FINANCE, "40.000", "2026-02-01", "2026-03-01"),
                share("f3", FINANCE, "40.000001", "2026-03-01", null)))
                .containsExactly(
                        "The shares of Payroll (payroll) for all of Finance (fin) sum to 60, 40 too little, from 2026-01-01 until before 2026-02-01 (f1: 60).",
                        "The shares of Payroll (payroll) for all of Finance (fin) sum to 100.000001, 0.000001 too much, from 2026-03-01 (f1: 60, f3: 40.000001).");
    }

    @Test
    void brokers_in_a_circle_are_told_once() {
        assertThat(texts(broker("b3", "b1", null), broker("b1", "b2", null), broker("b2", "b3", null), broker("b0", "b3", null), broker("b9", "b9", null)))
                .containsExactly("Brokerages go in a circle: b1 takes from b2 takes from b3 takes from b1.",
                        "Brokerages go in a circle: b9 takes from b9.");
    }

    @Test
    void a_broker_upstream_must_be_there_as_long() {
        assertThat(texts(broker("b1", null, "2026-06-01"), broker("b2", "b1", null), broker("b3", "b1", "2026-05-01")))
                .containsExactly("b2, from 2026-01-01, takes from b1, which is valid only from 2026-01-01 until before 2026-06-01.");
    }

    @Test
    void a_unit_under_itself_is_told_with_the_days_on_which_it_is() {
        assertThat(texts(placed("a", "b", "2026-01-01", "2026-05-01"), placed("b", "c", "2026-02-01", null), placed("c", "a", "2026-01-01", "2026-04-01"),
                placed("d", "a", "2026-01-01", null), placed("a", null, "2026-05-01", null)))
                .containsExactly("a under b under c under a from 2026-02-01 until before 2026-04-01.");
    }

    @Test
    void a_tree_that_was_turned_over_was_never_under_itself() {
        assertThat(texts(placed("a", null, "2026-01-01", "2026-05-01"), placed("b", "a", "2026-01-01", "2026-05-01"),
                placed("b", null, "2026-05-01", null), placed("a", "b", "2026-05-01", null))).isEmpty();
    }

    @Test
    void a_service_under_itself_is_told() {
        assertThat(texts(new Service("mail", "Mail", "desk"), new Service("desk", "Desk", "mail"), new Service("print", "Print", "desk")))
                .containsExactly("Desk (desk) under Mail (mail) under Desk (desk).");
    }

    @Test
    void a_period_that_ends_before_it_begins_is_told_and_one_that_ends_at_once_is_not() {
        assertThat(texts(new Person("ann", "Ann"), new Membership("ann", "fin", false, period("2026-02-01", "2026-01-01")),
                new Membership("ann", "it", false, period("2026-02-01", "2026-02-01"))))
                .containsExactly("Of the membership of Ann (ann) in fin the end, 2026-01-01, is before the beginning, 2026-02-01.");
    }

    @Test
    void the_same_twice_at_a_time_is_told() {
        assertThat(texts(
                new Membership("ann", "fin", true, period("2026-01-01", "2026-03-01")), new Membership("ann", "it", true, period("2026-02-01", null)),
                new Office(Duty.BUDGET, "fin", "bob", period("2026-01-01", null)), new Office(Duty.BUDGET, "fin", "bob", period("2026-02-01", null)),
                new Office(Duty.HEAD, "fin", "bob", period("2026-02-01", null)), new Office(Duty.BUDGET, "fin", "cem", period("2026-02-01", null)),
                new Team("t", "T", List.of(new Seat("ann", period("2026-01-01", "2026-02-01")), new Seat("ann", period("2026-02-01", null)))),
                placed("a", null, "2026-01-01", "2026-05-01"), placed("a", "b", "2026-04-30", null)))
                .containsExactly(
                        "Twice at a time: the place of a in the tree, from 2026-01-01 until before 2026-05-01 and from 2026-04-30.",
                        "Twice at a time: the primary membership of ann, from 2026-01-01 until before 2026-03-01 and from 2026-02-01.",
                        "Twice at a time: the holding of the budget by bob in fin, from 2026-01-01 and from 2026-02-01.");
    }

    @Test
    void one_long_period_overlaps_all_that_begin_within_it() {
        assertThat(texts(new Membership("ann", "fin", false, period("2026-01-01", null)),
                new Membership("ann", "fin", false, period("2026-02-01", "2026-03-01")),
                new Membership("ann", "fin", false, period("2026-04-01", "2026-05-01")))).hasSize(2);
    }

    @Test
    void only_projects_are_projects() {
        assertThat(texts(new Unit("fin", "Finance", "department"), new Unit("apollo", "Apollo", "project"),
                share("f1", new Scope.OfProject("fin"), "100", "2026-01-01", null), share("f2", new Scope.OfProject("apollo"), "100", "2026-01-01", null)))
                .containsExactly("f1 is for the project Finance (fin), which is not a project but department.");
    }

    private static List<String> texts(Fact... facts) {
        var shuffled = new ArrayList<>(Arrays.asList(facts));
        List<Finding> found = Findings.in(shuffled);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(Findings.in(shuffled)).as("the order of the facts means nothing").isEqualTo(found);
        return found.stream().map(Finding::text).toList();
    }

    private static Period period(String from, @Nullable String to) {
        return new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private static Funding share(String id, Scope scope, String share, String from, @Nullable String to) {
        return new Funding(id, "payroll", scope, "unit", new Party.OfUnit("fin"), new BigDecimal(share), period(from, to));
    }

    private static Brokerage broker(String id, @Nullable String upstream, @Nullable String to) {
        return new Brokerage(id, "payroll", "fin", Scope.EVERYBODY, upstream, period("2026-01-01", to));
    }

    private static Placement placed(String unit, @Nullable String parent, String from, @Nullable String to) {
        return new Placement(unit, parent, period(from, to));
    }
}
