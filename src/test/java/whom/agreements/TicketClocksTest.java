package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.FAY;
import static whom.World.GUS;
import static whom.World.HAL;
import static whom.World.KIM;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.conversations.Conversations;
import whom.database.TestDatabase;
import whom.kernel.Sql;
import whom.tickets.Priority;
import whom.tickets.RaiseTicket;
import whom.tickets.Raised;
import whom.tickets.Stage;
import whom.tickets.StageChange;
import whom.tickets.Ticket;
import whom.tickets.Tickets;

/** The clocks of tickets as they are stored: Network promises everybody answers around the clock; Payroll promises Finance more than the rest. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketClocksTest {

    private final World world;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Tick tick;
    private final Promises promises;

    TicketClocksTest(TestDatabase database, Tickets tickets, Conversations conversations, Tick tick, Promises promises) {
        this.promises = promises;
        this.world = World.in(database);
        this.tickets = tickets;
        this.conversations = conversations;
        this.tick = tick;
        tick.stop();
        for (String sql : List.of("""
                insert into calendars.calendar (id, key, name, zone) values (41, 'always', '{"en": "Always"}', 'UTC'), (42, 'for-now', '{"en": "For now"}', 'UTC')
                """, """
                insert into calendars.pattern (calendar_id, valid_from, week) select c, '-infinity', jsonb_object_agg(d, '00:00-24:00') from unnest(array['mon','tue','wed','thu','fri','sat','sun']) d, unnest(array[41, 42]) c group by c
                """, """
                insert into standings.agreement (key, service_id, signatory_id, scope, scope_unit_id, scope_person_id, valid_from) values
                  ('a-network', 21, 104, 'everybody', null, null, '2020-01-01'), ('a-payroll', 22, 104, 'everybody', null, null, '2020-01-01'),
                  ('a-finance', 22, 103, 'unit', 2, null, '2020-01-01'), ('a-ben', 22, 102, 'person', null, 102, '2020-01-01'),
                  ('a-lobby', 24, 104, 'everybody', null, null, '2020-01-01'), ('a-care', 25, 104, 'everybody', null, null, '2020-01-01')
                """, """
                insert into agreements.agreement (id, key, name, service_id, scope_unit_id) values (51, 'network', '{"en": "Network for all"}', 21, null), (52, 'payroll', '{"en": "Payroll for all"}', 22, null), (53, 'finance', '{"en": "Payroll for Finance"}', 22, 2),
                  (54, 'lobby', '{"en": "Lobby for all"}', 24, null), (55, 'care', '{"en": "Care for all"}', 25, null)
                """, """
                insert into agreements.version (id, agreement_id, valid_from, calendar_id, changes) values (61, 51, '2020-01-01', 41, 'at_creation'), (62, 52, '2020-01-01', 41, 'at_creation'), (63, 53, '2020-01-01', 41, 'at_creation'),
                  (64, 54, '2020-01-01', 41, 'when_agreed'), (65, 55, '2020-01-01', 42, 'at_creation')
                """, """
                insert into agreements.target (version_id, clock, minutes, priority) values (61, 'first_response', 60, null), (61, 'solution', 480, null), (61, 'solution', 240, 1), (61, 'next_response', 120, null),
                  (62, 'solution', 4800, null), (63, 'solution', 600, null), (64, 'solution', 2880, null), (65, 'solution', 2880, null)
                """, """
                insert into services.offering (id, key, service_id, name, kind) values (71, 'cable', 21, '{"en": "A cable"}', 'request')
                """, """
                insert into agreements.target (version_id, clock, minutes, offering_id, hours) values (61, 'solution', 90, 71, 'provider'), (61, 'first_response', 60, 71, 'served')
                """, "insert into calendars.calendar (id, key, name, zone) values (43, 'theirs', '{\"en\": \"Finance\"}', 'UTC')", """
                insert into calendars.pattern (calendar_id, valid_from, week) select 43, '-infinity'::date, '{}'::jsonb union all select 43, current_date + 2, jsonb_object_agg(d, '00:00-24:00') from unnest(array['mon','tue','wed','thu','fri','sat','sun']) d
                """, "insert into calendars.hours_of (unit_id, calendar_id, valid_from) values (2, 43, '2020-01-01')", """
                insert into agreements.target (version_id, clock, minutes, kind) values (61, 'first_response', 30, 'complaint')
                """, """
                insert into agreements.level (version_id, clock, minutes, whom) values (61, 'first_response', -30, 'team'), (61, 'first_response', 0, 'on_duty'), (61, null, 600, 'team')
                """)) {
            world.makes(sql);
        }
    }

    @BeforeEach
    void settle() {
        while (tick.once() > 0) {
            // what other tests left behind
        }
    }

    @Test
    void a_ticket_is_due_from_the_moment_it_is_raised() {
        Raised raised = raise(ANN, World.NETWORK);
        assertThat(due(raised)).isEqualTo(Duration.ofHours(1));
        assertThat(world.knows("select due_at = (select due_at from tickets.ticket where id = ticket_id) from tickets.sight where ticket_id = " + raised.id() + " limit 1")).isEqualTo("t");
        // below the network there is no agreement of its own
        assertThat(due(raise(KIM, World.WIFI))).isEqualTo(Duration.ofHours(1));
        assertThat(due(raise(ANN, World.LUNCH))).isNull();
        assertThat(due(raise(ANN, null))).isNull();
    }

    @Test
    void the_answer_and_what_comes_after_move_the_due_time_in_the_same_transaction() {
        Raised raised = raise(ANN, World.NETWORK);
        world.acting(FAY, () -> { conversations.say(raised.id(), "Which building?", List.of()); });
        assertThat(due(raised)).isEqualTo(Duration.ofHours(8));
        world.acting(FAY, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.WAITING_USER)); });
        assertThat(due(raised)).isNull();
        world.acting(ANN, () -> { conversations.say(raised.id(), "The old one.", List.of()); });
        assertThat(due(raised)).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
        world.acting(FAY, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.SOLVED)); });
        assertThat(due(raised)).isNull();
        assertThat(outcomes(raised)).containsExactly("first_response true false", "solution true false");
        world.acting(ANN, () -> { tickets.judge(raised.number(), false); });
        assertThat(outcomes(raised)).doesNotContain("solution true false");
        // her last words are still owed an answer
        assertThat(due(raised)).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
    }

    @Test
    void priority_and_service_choose_the_target_counted_from_the_creation() {
        Raised raised = raise(ANN, World.NETWORK);
        world.acting(FAY, () -> { conversations.say(raised.id(), "On it.", List.of()); });
        world.acting(FAY, () -> { tickets.prioritise(raised.number(), null, new Priority(1, 1)); });
        assertThat(due(raised)).isEqualTo(Duration.ofHours(4));
        world.acting(FAY, () -> { tickets.moveTo(raised.number(), null, "payroll"); });
        assertThat(due(raised)).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void a_complaint_has_its_own_target() {
        assertThat(due(raise(ANN, World.NETWORK, "complaint"))).isEqualTo(Duration.ofMinutes(30));
        assertThat(due(raise(ANN, World.NETWORK, "request"))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void an_agreement_that_says_so_counts_from_the_moment_it_applies() {
        Raised raised = raise(ANN, World.NETWORK);
        past(raised, "3 hours");
        world.acting(FAY, () -> { tickets.moveTo(raised.number(), null, "lobby"); });
        assertThat(due(raised)).isBetween(Duration.ofHours(51), Duration.ofHours(51).plusMinutes(2));
        // and back: from the creation again, since the network's terms say so
        world.acting(FAY, () -> { conversations.say(raised.id(), "On it.", List.of()); });
        world.acting(FAY, () -> { tickets.moveTo(raised.number(), null, "network"); });
        assertThat(due(raised)).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_pause_counts_whatever_agreement_or_priority_applies_afterwards() {
        Raised raised = raise(ANN, World.NETWORK);
        world.acting(FAY, () -> { conversations.say(raised.id(), "Which building?", List.of()); });
        world.acting(FAY, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.WAITING_USER)); });
        world.makes("update log.event set at = at - interval '2 hours' where subject = 'ticket' and verb = 'ticket.waiting' and subject_id = " + raised.id());
        world.makes("update conversations.message set sent_at = sent_at - interval '2 hours' where conversation_id = " + raised.id());
        world.makes("update tickets.ticket set opened_at = opened_at - interval '2 hours', stage_since = stage_since - interval '2 hours' where id = " + raised.id());
        world.acting(FAY, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.OPEN)); });
        assertThat(due(raised)).isBetween(Duration.ofMinutes(599), Duration.ofMinutes(601));
        world.acting(FAY, () -> { tickets.prioritise(raised.number(), null, new Priority(1, 1)); });
        assertThat(due(raised)).as("four hours and the pause").isBetween(Duration.ofMinutes(359), Duration.ofMinutes(361));
        world.acting(FAY, () -> { tickets.moveTo(raised.number(), null, "payroll"); });
        assertThat(due(raised)).as("ten hours and the pause").isBetween(Duration.ofMinutes(719), Duration.ofMinutes(721));
    }

    @Test
    void kind_and_offering_choose_the_target_counted_from_the_creation_whenever_they_change() {
        Raised raised = raise(ANN, World.NETWORK);
        pass(raised, "10 minutes");
        becomes(raised, "kind = 'complaint'");
        assertThat(due(raised)).isEqualTo(Duration.ofMinutes(30));
        becomes(raised, "kind = 'request'");
        assertThat(due(raised)).isEqualTo(Duration.ofHours(1));
        world.acting(FAY, () -> { conversations.say(raised.id(), "On it.", List.of()); });
        becomes(raised, "offering_id = 71");
        assertThat(due(raised)).isEqualTo(Duration.ofMinutes(90));
        pass(raised, "2 hours");
        assertThat(outcomes(raised)).containsExactly("first_response true false", "next_response true false", "solution false true");
        // late by that target, not by this one: what it is about decides, not what was thought
        becomes(raised, "offering_id = null");
        assertThat(due(raised)).isEqualTo(Duration.ofHours(8));
        assertThat(outcomes(raised)).containsExactly("first_response true false", "next_response true false");
    }

    @Test
    void a_target_in_the_hours_of_the_one_served_is_counted_by_the_calendar_of_their_unit() {
        Raised raised = raise(ANN, World.NETWORK);
        assertThat(due(raised)).as("around the clock, the provider's").isEqualTo(Duration.ofHours(1));
        becomes(raised, "offering_id = 71");
        assertThat(due(raised)).as("the solution, by the provider's").isEqualTo(Duration.ofMinutes(90));
        ClockPage.Line first = World.acting(FAY, () -> promises.of(raised.number(), "en")).lines().getFirst();
        assertThat(first.ownHours()).isTrue();
        assertThat(first.due()).as("Finance works from the day after tomorrow on").isEqualTo(java.time.LocalDate.now().plusDays(2).atStartOfDay(java.time.ZoneOffset.UTC).toInstant().plus(Duration.ofHours(1)));
    }

    @Test
    void what_changes_while_a_clock_stands_counts_once_it_runs_again() {
        Raised raised = raise(ANN, World.NETWORK);
        world.acting(FAY, () -> { conversations.say(raised.id(), "Which building?", List.of()); });
        pass(raised, "1 hour");
        world.acting(FAY, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.WAITING_USER)); });
        pass(raised, "30 minutes");
        world.acting(FAY, () -> { tickets.prioritise(raised.number(), null, new Priority(1, 1)); });
        assertThat(due(raised)).as("it stands").isNull();
        pass(raised, "30 minutes");
        world.acting(FAY, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.OPEN)); });
        assertThat(due(raised)).as("four hours and the pause").isBetween(Duration.ofMinutes(299), Duration.ofMinutes(301));
        world.acting(FAY, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.WAITING_USER)); });
        world.acting(FAY, () -> { tickets.moveTo(raised.number(), null, "payroll"); });
        pass(raised, "1 hour");
        world.acting(FAY, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.OPEN)); });
        assertThat(due(raised)).as("ten hours and both pauses").isBetween(Duration.ofMinutes(719), Duration.ofMinutes(721));
    }

    @Test
    void opened_again_it_has_what_was_left_of_the_target_that_counts_then() {
        Raised raised = raise(ANN, World.NETWORK);
        world.acting(FAY, () -> { conversations.say(raised.id(), "Try again.", List.of()); });
        pass(raised, "3 hours");
        world.acting(FAY, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.SOLVED)); });
        pass(raised, "2 hours");
        world.acting(ANN, () -> { tickets.judge(raised.number(), false); });
        assertThat(due(raised)).as("eight hours and the two it was solved").isBetween(Duration.ofMinutes(599), Duration.ofMinutes(601));
        world.acting(FAY, () -> { tickets.prioritise(raised.number(), null, new Priority(1, 1)); });
        assertThat(due(raised)).as("four hours and the two").isBetween(Duration.ofMinutes(359), Duration.ofMinutes(361));
        world.acting(FAY, () -> { tickets.moveTo(raised.number(), null, "payroll"); });
        assertThat(due(raised)).as("ten hours and the two").isBetween(Duration.ofMinutes(719), Duration.ofMinutes(721));
    }

    @Test
    void terms_of_a_later_day_leave_what_came_in_before() {
        Raised raised = raise(ANN, World.NETWORK);
        world.makes("insert into agreements.version (id, agreement_id, valid_from, calendar_id) values (69, 51, current_date + 1, 41)");
        world.makes("insert into agreements.target (version_id, clock, minutes) values (69, 'first_response', 5)");
        world.makes("update agreements.agreement set stamp = stamp + 1 where id = 51");
        pass(raised, "1 minute");
        assertThat(due(raised)).isEqualTo(Duration.ofHours(1));
        world.makes("delete from agreements.version where id = 69");
    }

    @Test
    void a_calendar_that_changes_leaves_due_times_that_have_passed() {
        Raised old = raise(ANN, World.CARE);
        past(old, "3 days");
        Raised fresh = raise(ANN, World.CARE);
        tick.once();
        assertThat(List.of(due(old), due(fresh))).containsOnly(Duration.ofHours(48));
        world.makes("insert into calendars.pattern (calendar_id, valid_from, week) values (42, current_date + 1, '{}')");
        world.makes("update calendars.calendar set stamp = stamp + 1 where id = 42");
        settle();
        assertThat(due(old)).as("computed again, and the same").isEqualTo(Duration.ofHours(48));
        assertThat(due(fresh)).as("its hours never come").isNull();
    }

    @Test
    void the_closest_agreement_counts_and_one_for_a_single_person_carries_nothing() {
        assertThat(due(raise(ANN, World.PAYROLL))).isEqualTo(Duration.ofHours(10));
        assertThat(due(raise(World.BEN, World.PAYROLL))).isEqualTo(Duration.ofHours(10));
        assertThat(due(raise(KIM, World.PAYROLL))).isEqualTo(Duration.ofHours(80));
        assertThat(due(raise(HAL, World.PAYROLL))).isEqualTo(Duration.ofHours(80));
    }

    @Test
    void what_changes_without_saying_so_is_computed_by_the_next_tick() {
        long id = world.raised(ANN, ANN, World.NETWORK, "By a load", "Words");
        assertThat(world.knows("select due_at = 'infinity' from tickets.ticket where id = " + id)).isEqualTo("t");
        assertThat(tick.once()).isEqualTo(1);
        assertThat(world.knows("select due_at - opened_at from tickets.ticket where id = " + id)).isEqualTo("01:00:00");
        assertThat(tick.once()).isZero();
    }

    @Test
    void warnings_reach_whom_they_should_once() {
        Raised raised = raise(ANN, World.NETWORK);
        past(raised, "40 minutes");
        assertThat(tick.once()).isEqualTo(1);
        assertThat(warned(raised)).containsExactly("first_response -30 " + FAY, "first_response -30 " + GUS);
        past(raised, "30 minutes");
        world.makes("insert into calendars.duty_change (team_id, person_id, on_duty, since, until) values (12, 107, true, now() - interval '1 hour', now() + interval '1 hour')");
        world.makes("insert into calendars.duty_change (team_id, person_id, on_duty, since, until) values (12, 106, false, now() - interval '1 hour', now() + interval '1 hour')");
        assertThat(tick.once()).isEqualTo(1);
        assertThat(warned(raised)).containsExactly("first_response -30 " + FAY, "first_response -30 " + GUS, "first_response 0 " + GUS);
        tick.once();
        assertThat(warned(raised)).hasSize(3);
        assertThat(world.sees(FAY, "select minutes::text from agreements.warning where ticket_id = ?", raised.id())).containsExactly("-30");
        assertThat(outcomes(raised)).containsExactly("first_response false true");
    }

    @Test
    void who_was_away_is_not_flooded() {
        Raised raised = raise(ANN, World.NETWORK);
        past(raised, "3 days");
        tick.once();
        assertThat(warned(raised)).isEmpty();
        assertThat(world.knows("select count(*) from agreements.warning where account_id is null and ticket_id = " + raised.id())).isNotEqualTo("0");
    }

    @Test
    void nobody_sets_a_due_time_that_no_event_moved() {
        Raised raised = raise(ANN, World.NETWORK);
        assertThat(world.asks(FAY, "select agreements.keep(?, null, null, 'infinity', 'infinity', null, 'infinity', '{}', null)", raised.id())).isEqualTo("f");
        assertThat(world.sees(KIM, "select what from agreements.events(?)", raised.id())).isEmpty();
        assertThat(world.sees(KIM, "select opened_at::text from agreements.situation(?)", raised.id())).isEmpty();
        assertThat(world.sees(KIM, "select key from agreements.covering(?)", raised.id())).isEmpty();
        assertThat(due(raised)).isEqualTo(Duration.ofHours(1));
    }

    private Raised raise(long person, Long service) {
        return raise(person, service, "incident");
    }

    private Raised raise(long person, Long service, String kind) {
        return World.acting(person, () -> tickets.raise(new RaiseTicket(kind, person, service, null, "Nothing works", "At all.", Priority.USUAL, "web", "en")));
    }

    /** As if it had been raised so much earlier. */
    private void past(Raised raised, String interval) {
        world.makes("update tickets.ticket set opened_at = opened_at - interval '" + interval + "' where id = " + raised.id());
        world.makes("update conversations.message set sent_at = sent_at - interval '" + interval + "' where conversation_id = " + raised.id());
        world.makes("update agreements.ticket set next_at = now() where ticket_id = " + raised.id());
    }

    /** Everything that happened to it happened so much earlier, and it is looked at. */
    private void pass(Raised raised, String interval) {
        world.makes("update log.event set at = at - interval '" + interval + "' where subject = 'ticket' and subject_id = " + raised.id());
        world.makes("update tickets.ticket set stage_since = stage_since - interval '" + interval + "' where id = " + raised.id());
        world.makes("update agreements.ticket set agreed_at = agreed_at - interval '" + interval + "' where ticket_id = " + raised.id());
        past(raised, interval);
        settle();
    }

    /** As a load does it, or another program. */
    private void becomes(Raised raised, String change) {
        world.makes("update tickets.ticket set " + change + " where id = " + raised.id());
        assertThat(tick.once()).isEqualTo(1);
    }

    /** How long after it was raised; null where nothing is due. */
    private Duration due(Raised raised) {
        Ticket ticket = ticket(raised);
        return !ticket.hasPromise() ? null : Duration.between(ticket.opened(), ticket.due()).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private Ticket ticket(Raised raised) {
        long served = Long.parseLong(world.knows("select served_id from tickets.ticket where id = " + raised.id()));
        return World.acting(served, () -> tickets.find(raised.number()));
    }

    private List<String> outcomes(Raised raised) {
        return world.database().asOwner().sql("select clock || ' ' || done || ' ' || late from agreements.outcome where ticket_id = " + raised.id() + " order by clock").query(String.class).list();
    }

    private List<String> warned(Raised raised) {
        return world.database().asOwner().sql("select clock || ' ' || minutes || ' ' || account_id from agreements.warning where account_id is not null and ticket_id = " + raised.id() + " order by minutes, account_id").query(String.class).list();
    }
}
