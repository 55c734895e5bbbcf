package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.calendars.Calendars;
import whom.calendars.OnDuty;
import whom.database.TestDatabase;
import whom.standings.Standings;

/** A hundred thousand running clocks: a tick that finds nothing is one look at one index, and two nodes tell nobody twice. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManyClocksTest {

    private static final int RUNNING = 100_000;
    private static final int DUE = 120;

    private final World world;
    private final Tick one;
    private final Tick other;

    ManyClocksTest(TestDatabase database, Tick tick, ClockStore store, Calendars calendars, Standings standings, OnDuty duty, PlatformTransactionManager transactions) {
        this.world = World.in(database);
        tick.stop();
        this.one = tick;
        this.other = new Tick(store, new Computing(store, calendars, standings, duty, List.of(), new StaticListableBeanFactory().getBeanProvider(java.time.Clock.class)), transactions);
        plant();
    }

    /** Network promises everybody an answer within eight office hours; the team hears half an hour before and when it is due. */
    private void plant() {
        // ids that other tests have too: hours and terms in memory are never those of another database
        world.makes("insert into calendars.calendar (id, key, name, zone) values (41, 'always', '{}', 'UTC')");
        world.makes("insert into calendars.pattern (calendar_id, valid_from, week) select 41, '-infinity', jsonb_object_agg(d, '00:00-24:00') from unnest(array['mon','tue','wed','thu','fri','sat','sun']) d");
        world.makes("insert into standings.agreement (key, service_id, signatory_id, scope, valid_from) values ('a', 21, 104, 'everybody', '2020-01-01')");
        world.makes("insert into agreements.agreement (id, key, name, service_id) values (51, 'network', '{}', 21)");
        world.makes("insert into agreements.version (id, agreement_id, valid_from, calendar_id) values (61, 51, '2020-01-01', 41)");
        world.makes("insert into agreements.target (version_id, clock, minutes) values (61, 'solution', 480)");
        world.makes("insert into agreements.level (version_id, minutes, whom) values (61, -30, 'team'), (61, 0, 'team')");
        List<String> tables = List.of("conversations.conversation", "tickets.ticket");
        tables.forEach(table -> world.makes("alter table " + table + " disable trigger user"));
        world.knows("""
                with c as (insert into conversations.conversation (id, number, served_id, raised_by, service_id) select 1000000 + n, 'N' || n, 101, 101, 21 from generate_series(1, %d) n returning id, number),
                t as (insert into tickets.ticket (id, number, served_id, raised_by, service_id, team_id, subject, stage, opened_at)
                  select id, number, 101, 101, 21, 12, 'planted', 'open', now() - case when id <= 1000000 + %d then interval '450 minutes' + random() * interval '20 minutes' else interval '1 hour' end from c returning id)
                insert into agreements.ticket (ticket_id, version_id, about_id, agreed_at, touched, next_at)
                  select id, 61, 21, now(), '1', case when id <= 1000000 + %d then now() else now() + interval '6 hours' end from t returning 1""".formatted(RUNNING, DUE, DUE));
        tables.forEach(table -> world.makes("alter table " + table + " enable trigger user"));
        world.makes("analyze agreements.ticket");
        world.makes("analyze tickets.ticket");
    }

    @Test
    @Order(1)
    void one_look_at_one_index_finds_what_is_due_and_two_nodes_share_it() throws Exception {
        String plan = String.join("\n", world.sees(Actor.Machine.JOBS,
                "explain select k.ticket_id from agreements.ticket k join tickets.ticket w on w.id = k.ticket_id where k.next_at <= now() and k.next_at <> 'infinity' order by k.next_at limit 1 for no key update skip locked"));
        assertThat(plan).contains("Index Scan using ticket_next", "ticket_pkey").doesNotContain("Seq Scan", "Sort");
        int looked = 0;
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var node : nodes.invokeAll(List.<Callable<Integer>>of(one::once, other::once))) {
                looked += node.get();
            }
        }
        assertThat(looked).isEqualTo(DUE);
        assertThat(world.knows("select count(distinct ticket_id) from agreements.warning")).isEqualTo(String.valueOf(DUE));
        // each agent of the team once for each ticket
        assertThat(world.knows("select count(*) from agreements.warning where account_id is not null")).isEqualTo(String.valueOf(2 * DUE));
        assertThat(world.knows("select max(n) from (select count(*) as n from agreements.warning group by ticket_id, clock, minutes, account_id) x")).isEqualTo("1");
        // after a restart nothing is told again
        world.makes("update agreements.ticket set next_at = now() where ticket_id <= 1000000 + " + DUE);
        assertThat(other.once()).isEqualTo(DUE);
        assertThat(world.knows("select count(*) from agreements.warning where account_id is not null")).isEqualTo(String.valueOf(2 * DUE));
        assertThat(one.once()).isZero();
    }

    @Test
    @Order(2)
    void a_change_of_a_calendar_is_followed_by_the_clocks_that_run_by_it() {
        one.once();
        String waiting = "select count(*) from agreements.ticket where next_at <= now()";
        world.makes("update calendars.calendar set stamp = stamp + 1 where id = 31");
        one.once();
        assertThat(world.knows(waiting)).isEqualTo("0");
        world.makes("update calendars.calendar set stamp = stamp + 1 where id = 41");
        int looked = one.once();
        assertThat(looked).isPositive();
        assertThat(Integer.parseInt(world.knows(waiting))).isBetween(RUNNING - DUE - looked, RUNNING - looked);
    }
}
