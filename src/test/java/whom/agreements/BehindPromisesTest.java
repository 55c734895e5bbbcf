package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.GUS;
import static whom.World.HAL;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.conversations.Conversations;
import whom.database.TestDatabase;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.people.Written;
import whom.tickets.Priority;
import whom.tickets.RaiseTicket;
import whom.tickets.Raised;
import whom.tickets.Stage;
import whom.tickets.StageChange;
import whom.tickets.Tickets;
import whom.tickets.filter.Filter;
import whom.tickets.listing.TicketLists;
import whom.tickets.listing.TicketRow;
import whom.tickets.listing.TicketSearch;

/**
 * What stands behind a promise, as it is stored: Network answers the desk within two hours about Wi-Fi and every other team within four
 * about anything; Brook repairs the network within a day.
 */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindPromisesTest {

    private final World world;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Agreements agreements;
    private final Promises promises;
    private final Tick tick;
    private final TicketLists lists;
    private final TicketSearch search;

    BehindPromisesTest(TestDatabase database, Tickets tickets, Conversations conversations, Agreements agreements, Promises promises, Tick tick, TicketLists lists, TicketSearch search) {
        this.lists = lists;
        this.search = search;
        this.world = World.in(database);
        this.tickets = tickets;
        this.conversations = conversations;
        this.agreements = agreements;
        this.promises = promises;
        this.tick = tick;
        tick.stop();
        for (String sql : List.of("insert into calendars.calendar (id, key, name, zone) values (41, 'always', '{\"en\": \"Always\"}', 'UTC')", """
                insert into calendars.pattern (calendar_id, valid_from, week) select 41, '-infinity', jsonb_object_agg(d, '00:00-24:00') from unnest(array['mon','tue','wed','thu','fri','sat','sun']) d
                """, "insert into standings.agreement (key, service_id, signatory_id, scope, valid_from) values ('a-payroll', 22, 104, 'everybody', '2020-01-01')", """
                insert into agreements.agreement (id, key, name, kind, service_id, team_id, asker_id, supplier_id) values (51, 'payroll', '{"en": "Payroll for all"}', 'customer', 22, null, null, null),
                  (52, 'any', '{"en": "Network for colleagues"}', 'team', null, 12, null, null), (53, 'desk', '{"en": "Network for the desk"}', 'team', 26, 12, 11, null),
                  (54, 'brook', '{"en": "Cables"}', 'supplier', 22, null, null, 4)
                """, """
                insert into agreements.version (id, agreement_id, valid_from, calendar_id) values (61, 51, '2020-01-01', 41), (62, 52, '2020-01-01', 41), (63, 53, '2020-01-01', 41), (64, 54, '2020-01-01', 41)
                """, """
                insert into agreements.target (version_id, clock, minutes) values (61, 'solution', 4800), (62, 'first_response', 240), (62, 'solution', 600), (63, 'first_response', 120), (64, 'solution', 1440)
                """, "insert into agreements.level (version_id, minutes, whom) values (62, -60, 'team'), (64, 0, 'team')")) {
            world.makes(sql);
        }
    }

    @Test
    void a_team_that_is_asked_owes_what_it_promised_and_the_promise_to_the_one_served_stays() {
        Raised raised = raise(World.PAYROLL);
        var before = due(raised);
        World.acting(World.LEO, () -> { tickets.passOn(raised.number(), null, "network", ""); });
        assertThat(due(raised)).isEqualTo(before);
        ClockPage page = World.acting(FAY, () -> promises.of(raised.number(), "en"));
        assertThat(page.under().agreement()).isEqualTo("Payroll for all");
        ClockPage.Theirs theirs = page.behind().getFirst();
        assertThat(theirs.under()).extracting(ClockPage.Under::agreement, ClockPage.Under::team, ClockPage.Under::asker).containsExactly("Network for colleagues", "Network", "");
        assertThat(theirs.lines()).extracting(ClockPage.Line::clock).containsExactly("first_response", "solution");
        assertThat(Duration.between(theirs.lines().getFirst().began(), theirs.lines().getFirst().due())).isEqualTo(Duration.ofHours(4));
        // a note to colleagues is an answer to them
        World.acting(FAY, () -> { conversations.note(raised.id(), "The switch is dead.", List.of()); });
        assertThat(outcomes(raised)).containsExactly("62 first_response false true");
        World.acting(FAY, () -> { tickets.passOn(raised.number(), null, "payroll", ""); });
        assertThat(outcomes(raised)).containsExactly("62 first_response false true", "62 solution false true");
        // nothing of it is for the one served
        assertThat(world.sees(ANN, "select clock from agreements.outcome where ticket_id = ?", raised.id())).isEmpty();
        assertThat(world.sees(ANN, "select agreement::text from agreements.under(?)", raised.id())).hasSize(1);
        assertThat(world.sees(ANN, "select what from agreements.behind_events(?, 12)", raised.id())).isEmpty();
        assertThatThrownBy(() -> World.acting(ANN, () -> promises.of(raised.number(), "en"))).isInstanceOf(NotFound.class);
    }

    @Test
    void what_a_team_or_a_supplier_owes_first_stands_in_the_lists_of_the_desk_which_are_ordered_by_it() {
        Raised first = raise(World.PAYROLL);
        Raised second = raise(World.PAYROLL);
        World.acting(World.LEO, () -> { tickets.passOn(first.number(), null, "network", ""); });
        World.acting(FAY, () -> { conversations.note(first.id(), "Seen.", List.of()); });
        World.acting(World.LEO, () -> { tickets.passOn(second.number(), null, "network", ""); });
        assertThat(numbers(FAY, "is:open team:mine")).as("an answer in 4 hours before a solution in 10").containsSubsequence(second.number(), first.number());
        TicketRow row = row(FAY, second);
        assertThat(row.owedBy()).isEqualTo("team");
        assertThat(Duration.between(row.opened(), row.due())).isCloseTo(Duration.ofHours(4), Duration.ofMinutes(1));
        assertThat(row.promised()).isEqualTo(row.opened().plus(Duration.ofHours(80)));
        assertThat(numbers(FAY, "is:open due<5h")).contains(second.number()).doesNotContain(first.number());
        assertThat(numbers(FAY, "is:open due<5h number:" + second.number())).as("looked up").containsExactly(second.number());
        // for the one served it is due when it was promised to them, however they ask
        assertThat(row(ANN, second)).extracting(TicketRow::due, TicketRow::owedBy).containsExactly(row.promised(), null);
        assertThat(world.sees(ANN, "select (due_at = ?)::text from tickets.sight where ticket_id = ?", row.promised(), second.id())).containsExactly("true");
        assertThat(World.acting(ANN, () -> search.search(Filter.read("due<5h"), null, ZoneId.of("UTC"), "en")).rows()).isEmpty();
        // answered and passed back, only the promise is left
        World.acting(FAY, () -> { conversations.note(second.id(), "The switch is dead.", List.of()); });
        World.acting(FAY, () -> { tickets.passOn(second.number(), null, "payroll", ""); });
        assertThat(row(World.LEO, second)).extracting(TicketRow::due, TicketRow::owedBy).containsExactly(row.promised(), null);
        World.acting(World.LEO, () -> { tickets.move(second.number(), null, new StageChange(Stage.WAITING_THIRD_PARTY, java.time.Instant.now().plus(Duration.ofDays(2)), "The cable")); });
        assertThat(row(World.LEO, second).owedBy()).isEqualTo("supplier");
        World.acting(World.LEO, () -> { tickets.move(second.number(), null, StageChange.to(Stage.SOLVED)); });
        assertThat(row(World.LEO, second)).extracting(TicketRow::due, TicketRow::owedBy).containsExactly(java.time.Instant.MAX, null);
    }

    @Test
    void between_these_two_teams_for_this_service_comes_before_between_any() {
        Raised raised = raise(null);
        World.acting(EVE, () -> { tickets.moveTo(raised.number(), null, "wifi"); });
        World.acting(EVE, () -> { tickets.askIn(raised.number(), null, "network", ""); });
        assertThat(behind(raised)).isEqualTo("{63}");
        Raised other = raise(null);
        World.acting(EVE, () -> { tickets.askIn(other.number(), null, "network", ""); });
        assertThat(behind(other)).isEqualTo("{62}");
        // whoever asks nobody, owes nobody
        assertThat(behind(raise(World.NETWORK))).isEqualTo("{}");
    }

    @Test
    void terms_are_those_of_the_day_on_which_the_team_was_asked() {
        world.makes("insert into agreements.version (id, agreement_id, valid_from, calendar_id) values (65, 52, current_date + 1, 41)");
        Raised raised = raise(World.PAYROLL);
        World.acting(World.LEO, () -> { tickets.passOn(raised.number(), null, "network", ""); });
        assertThat(behind(raised)).isEqualTo("{62}");
        world.makes("delete from agreements.version where id = 65");
    }

    @Test
    void the_team_is_warned_and_not_the_one_that_asked() {
        Raised raised = raise(World.PAYROLL);
        World.acting(World.LEO, () -> { tickets.askIn(raised.number(), null, "network", ""); });
        world.makes("update log.event set at = at - interval '200 minutes' where subject = 'ticket' and subject_id = " + raised.id());
        world.makes("update agreements.ticket set next_at = now() where ticket_id = " + raised.id());
        while (tick.once() > 0) {
            // until all is looked at
        }
        assertThat(warned(raised)).containsExactly("62 " + FAY, "62 " + GUS);
        tick.once();
        assertThat(warned(raised)).hasSize(2);
    }

    @Test
    void the_suppliers_clock_runs_while_we_wait_for_them_and_ours_goes_on() {
        Raised raised = raise(World.PAYROLL);
        var before = due(raised);
        World.acting(World.LEO, () -> { tickets.move(raised.number(), null, new StageChange(Stage.WAITING_THIRD_PARTY, java.time.Instant.now().plus(Duration.ofDays(2)), "The cable")); });
        assertThat(due(raised)).isEqualTo(before);
        ClockPage.Theirs theirs = World.acting(World.LEO, () -> promises.of(raised.number(), "en")).behind().getFirst();
        assertThat(theirs.under().supplier()).isEqualTo("Brook");
        assertThat(theirs.lines().getFirst().state()).isEqualTo("runs");
        World.acting(World.LEO, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.OPEN)); });
        assertThat(outcomes(raised)).containsExactly("64 solution false true");
    }

    @Test
    void a_month_counts_met_and_missed_with_and_without_waiting_and_withholds_few_people_and_small_teams() {
        long first = 0;
        for (long person : new long[] {ANN, World.BEN, World.CAT, World.DAN, World.KIM}) {
            long id = world.raised(person, person, World.LUNCH, "Old", "x");
            first = first == 0 ? id : first;
            for (int version : new int[] {61, 62}) {
                world.makes("insert into agreements.outcome (ticket_id, clock, version_id, behind, at, done, late, late_plain, due_at, used, paused, unasked) values (%d, 'next_response', %d, %b, '2026-03-15 12:00Z', true, %b, true, '2026-03-15 11:00Z', 60, 5400, %b)"
                        .formatted(id, version, version == 62, person == ANN || person == World.KIM, person == World.BEN));
            }
            world.makes("insert into agreements.outcome (ticket_id, clock, version_id, at, done, late, late_plain, paused) values (%d, 'solution', 61, '%s', true, false, false, 0)"
                    .formatted(id, person == ANN ? "2026-03-15 12:00Z" : "2026-02-02 12:00Z"));
            world.makes("update agreements.ticket set next_at = 'infinity' where ticket_id = " + id);
        }
        List<Attained> kept = as(FAY, () -> agreements.attainment(agreements.required("payroll", "en"), 120)).stream().filter(figure -> figure.month().equals(LocalDate.parse("2026-03-01"))).toList();
        assertThat(kept).filteredOn(figure -> figure.clock().equals("next_response")).containsExactly(
                new Attained(LocalDate.parse("2026-03-01"), "next_response", 5, 3, 0, Duration.ofSeconds(5 * 5400), 1, false));
        assertThat(kept).filteredOn(figure -> figure.clock().equals("solution")).as("one person in March, four in February").allMatch(Attained::withheld).hasSize(1);
        assertThat(as(FAY, () -> agreements.attainment(agreements.required("any", "en"), 120)).stream().filter(figure -> figure.clock().equals("next_response"))).as("a team of two is no figure").isNotEmpty().allMatch(Attained::withheld);
        assertThat(as(ANN, () -> agreements.attainment(new Agreement(51, "", "", "", "", "", "", "", "", "", "", "", null, true), 120))).isEmpty();
        // what was missed is listed for who may read it, with what stood behind it
        long annsOwn = first;
        assertThat(as(World.EVE, () -> agreements.missed(agreements.required("payroll", "en"), LocalDate.parse("2026-03-01"), "en"))).extracting(Missed::number, Missed::why, Missed::behind)
                .contains(org.assertj.core.groups.Tuple.tuple(world.number(annsOwn), "agreements.missed.behind", "Network for colleagues"));
        assertThat(as(World.LEO, () -> agreements.missed(agreements.required("payroll", "en"), LocalDate.parse("2026-03-01"), "en"))).extracting(Missed::number).doesNotContain(world.number(annsOwn));
        // its clocks are shown to those who work on it: nobody is led to what is shut to them (P8)
        long halsOwn = world.raised(HAL, HAL, World.LUNCH, "Own", "x");
        world.makes("insert into agreements.outcome (ticket_id, clock, version_id, at, done, late, late_plain, paused) values (%d, 'solution', 61, '2026-03-15 12:00Z', true, true, true, 0)".formatted(halsOwn));
        assertThat(as(HAL, () -> agreements.missed(agreements.required("payroll", "en"), LocalDate.parse("2026-03-01"), "en"))).extracting(Missed::number, Missed::workedOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(world.number(halsOwn), false));
        assertThat(as(World.EVE, () -> agreements.missed(agreements.required("payroll", "en"), LocalDate.parse("2026-03-01"), "en"))).isNotEmpty().allMatch(Missed::workedOn);
    }

    @Test
    void they_are_made_like_any_agreement_and_have_no_exceptions_nor_anybodys_own_hours() {
        String key = as(HAL, () -> agreements.add(said("kind", "team", "en", "Payroll for all teams", "team", "payroll")));
        as(HAL, () -> { agreements.plan(key, said("from", LocalDate.now().plusDays(1).toString(), "calendar", "office", "waiting", "own", "answers", "first_unanswered", "changes", "at_creation")); return null; });
        String version = as(FAY, () -> agreements.versions(agreements.required(key, "en"), "en")).getFirst().key();
        as(HAL, () -> { agreements.addTarget(key, version, said("clock", "first_response", "amount", "2", "unit", "hours", "hours", "provider", "priority", "1")); return null; });
        refused("hours", () -> { agreements.addTarget(key, version, said("clock", "solution", "amount", "2", "unit", "hours", "hours", "served")); return null; });
        refused("function", () -> { agreements.publish(key, said("function", "Cooks", "unit", "finance", "reason", "They feed us", "grantor", "Dan", "from", LocalDate.now().plusDays(1).toString(), "until", LocalDate.now().plusDays(2).toString())); return null; });
        refused("team", () -> agreements.add(said("kind", "team", "en", "Twice", "team", "payroll")));
        refused("asker", () -> agreements.add(said("kind", "team", "en", "To itself", "team", "payroll", "asker", "payroll")));
        refused("unit", () -> agreements.add(said("kind", "team", "en", "For Finance alone", "team", "desk", "unit", "finance")));
        refused("clock", () -> {
            String brook = agreements.add(said("kind", "supplier", "en", "Cables", "supplier", "brook", "service", "network"));
            agreements.plan(brook, said("from", LocalDate.now().plusDays(1).toString(), "calendar", "office", "waiting", "own", "answers", "first_unanswered", "changes", "at_creation"));
            agreements.addTarget(brook, agreements.versions(agreements.required(brook, "en"), "en").getFirst().key(), said("clock", "first_response", "amount", "2", "unit", "hours", "hours", "provider"));
            return null;
        });
    }

    private Raised raise(Long service) {
        return World.acting(ANN, () -> tickets.raise(new RaiseTicket("incident", ANN, service, null, "Nothing works", "At all.", Priority.USUAL, "web", "en")));
    }

    private TicketRow row(long person, Raised raised) {
        return World.acting(person, () -> lists.row(raised.number(), "en")).orElseThrow();
    }

    private List<String> numbers(long person, String filter) {
        return World.acting(person, () -> lists.page(Filter.read(filter), null, null, ZoneId.of("UTC"), "en")).rows().stream().map(TicketRow::number).toList();
    }

    private Object due(Raised raised) {
        return world.knows("select due_at from tickets.ticket where id = " + raised.id());
    }

    private String behind(Raised raised) {
        return world.knows("select behind from agreements.ticket where ticket_id = " + raised.id());
    }

    private List<String> outcomes(Raised raised) {
        return world.database().asOwner().sql("select version_id || ' ' || clock || ' ' || late || ' ' || behind from agreements.outcome where ticket_id = " + raised.id() + " order by version_id, clock").query(String.class).list();
    }

    private List<String> warned(Raised raised) {
        return world.database().asOwner().sql("select version_id || ' ' || account_id from agreements.warning where account_id is not null and ticket_id = " + raised.id() + " order by account_id").query(String.class).list();
    }

    private static <T> T as(long person, java.util.concurrent.Callable<T> work) {
        return World.acting(person, work);
    }

    private static Written said(String... pairs) {
        var texts = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return new Written(Map.copyOf(texts));
    }

    private static void refused(String field, java.util.concurrent.Callable<?> work) {
        assertThatThrownBy(() -> as(HAL, work)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
