package whom.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import whom.World;
import whom.database.DatabaseRole;
import whom.database.TestDatabase;
import whom.database.WithDatabase;
import whom.kernel.Rows;
import whom.kernel.Sql;

@WithDatabase
class ChoresTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final TestDatabase database;

    ChoresTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void among_many_nodes_a_chore_is_done_once_each_time() {
        Chore chore = new Chore("test.once", DAY, Sql.of("with made as (insert into log.event (verb, subject, subject_id) values ('test.once', 'house', 0) returning 1) select pg_sleep(0.3) from made"));
        var nodes = IntStream.range(0, 4).mapToObj(_ -> CompletableFuture.supplyAsync(() -> node(chore).doWhatIsDue())).toList();
        assertThat(nodes.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
        assertThat(node(chore).doWhatIsDue()).isZero();
        assertThat(number("select count(*) from log.event where verb = 'test.once'")).isEqualTo(1);
        run("update jobs.chore set due_at = now() - interval '1 second' where name = 'test.once'");
        assertThat(node(chore).doWhatIsDue()).isEqualTo(1);
    }

    @Test
    void what_fails_is_undone_and_tried_again_later_and_the_others_go_on() {
        Chore broken = new Chore("test.broken", DAY, Sql.of("with made as (insert into log.event (verb, subject, subject_id) values ('test.broken', 'house', 0) returning id) select 1 / (id - id) from made"));
        Chore other = new Chore("test.other", DAY, Sql.of("select 1"));
        assertThat(node(broken, other).doWhatIsDue()).isEqualTo(1);
        assertThat(number("select count(*) from log.event where verb = 'test.broken'")).isZero();
        assertThat(number("select count(*) from jobs.chore where name = 'test.broken' and failures = 1 and due_at > now()")).isEqualTo(1);
    }

    @Test
    void this_month_and_three_to_come_have_a_place_of_their_own() {
        assertThat(number("select count(*) from pg_class where relispartition and relname ~ '^(event|reading)_\\d{4}_\\d\\d$' and relkind = 'r'")).isEqualTo(8);
        run("insert into log.event (verb, subject, subject_id, at) values ('test.month', 'house', 0, now() + interval '1 month')");
        assertThat(text("select tableoid::regclass::text from log.event where verb = 'test.month'")).isEqualTo("log.event_" + text("select to_char((now() + interval '1 month') at time zone 'UTC', 'YYYY_MM')"));
        assertThat(number("select jobs.make_months(3)")).isZero();
        assertThat(number("select jobs.make_months(4)")).isEqualTo(2);
    }

    @Test
    void a_month_whose_rows_are_among_the_rest_is_left_there() {
        run("insert into log.event (verb, subject, subject_id, at) values ('test.far', 'house', 0, now() + interval '6 months')");
        number("select jobs.make_months(7)");
        assertThat(text("select tableoid::regclass::text from log.event where verb = 'test.far'")).isEqualTo("log.event_other");
    }

    @Test
    void months_of_the_log_go_when_they_were_kept_long_enough_but_not_what_an_open_ticket_needs() {
        World world = World.in(database);
        long open = world.raised(World.ANN, World.ANN, World.NETWORK, "open", "open");
        long closed = world.raised(World.ANN, World.ANN, World.NETWORK, "closed", "closed");
        run("update tickets.ticket set stage = 'closed', closed_at = now() where id = " + closed);
        month("2020_01", "2020-01-01", "2020-02-01");
        month("2020_02", "2020-02-01", "2020-03-01");
        month("2020_03", "2020-03-01", "2020-04-01");
        run("insert into log.event (verb, subject, subject_id, at) values ('test.old', 'ticket', %1$d, '2020-01-15Z'), ('test.old', 'house', 0, '2020-01-16Z'), ('test.old', 'ticket', %2$d, '2020-02-15Z'), ('test.old', 'ticket', %1$d, '2019-12-15Z'), ('test.old', 'ticket', %2$d, '2019-12-15Z')".formatted(closed, open));
        var jobs = database.as(DatabaseRole.JOBS);
        assertThat(jobs.sql("select tickets.forget_events(120)").query(Long.class).single()).isZero();
        assertThat(jobs.sql("select tickets.forget_events(36)").query(Long.class).single()).isEqualTo(2);
        assertThat(text("select string_agg(tableoid::regclass || ' ' || subject_id, ', ' order by at) from log.event where verb = 'test.old'"))
                .isEqualTo("log.event_other %1$d, log.event_2020_02 %1$d".formatted(open));
        assertThat(jobs.sql("select jobs.drop_empty_months()").query(Integer.class).single()).isEqualTo(2);
        assertThat(text("select string_agg(relname, ' ') from pg_class where relname like 'event\\_2020%' and relkind = 'r'")).isEqualTo("event_2020_02");
        run("drop table log.event_2020_02");
    }

    private void month(String name, String from, String to) {
        run("create table log.event_%s partition of log.event for values from ('%sZ') to ('%sZ')".formatted(name, from, to));
    }

    @Test
    void what_modules_have_done_works_as_the_machine_for_jobs() {
        for (String work : List.of("select jobs.make_months(3)", "select access.forget()", "select conversations.keep_once(10)", "select conversations.tell_of_breaks()",
                "select conversations.forget_readings('15 months')", "select tickets.forget_events(36)", "select jobs.drop_empty_months()")) {
            database.as(DatabaseRole.JOBS).sql(work).query().listOfRows();
        }
    }

    private Chores node(Chore... chores) {
        var source = database.dataSource(DatabaseRole.JOBS);
        return new Chores(List.of(chores), new Rows(new JdbcTemplate(source)), new TransactionTemplate(new JdbcTransactionManager(source)));
    }

    private void run(String sql) {
        database.asOwner().sql(sql).update();
    }

    private long number(String sql) {
        return database.asOwner().sql(sql).query(Long.class).single();
    }

    private String text(String sql) {
        return database.asOwner().sql(sql).query(String.class).single();
    }
}
