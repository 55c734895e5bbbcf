package whom.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import whom.RunningWhom;
import whom.Visit;
import whom.World;
import whom.access.Passwords;
import whom.database.CannotStart;
import whom.database.Database;
import whom.database.DatabaseRole;
import whom.database.Postgres;
import whom.database.Purpose;
import whom.database.Schema;
import whom.database.SecondServer;
import whom.database.TestDatabase;
import whom.database.WithDatabase;
import whom.kernel.WrongUse;

/** A house is moved from the tests' server to another one, which has other passwords and counts its transactions anew. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BackupTest {

    private static final Passphrase PASSPHRASE = Passphrase.of("correct horse battery staple");

    private final TestDatabase database;
    private final World world;
    private final long ticket;
    private final Path folder;
    private final SecondServer second;

    private final Path whole;
    private final Postgres moved;

    BackupTest(TestDatabase database, @TempDir Path folder) throws IOException, SQLException {
        this.database = database;
        this.folder = folder;
        this.second = SecondServer.in(folder.resolve("second"));
        this.world = World.in(database);
        this.ticket = world.raised(World.ANN, World.ANN, World.NETWORK, "Tabs\tand\nlines \\ \\N", "The word is marmalade; ÄÖÜ 𝄞.");
        world.makes("update access.account set password = '" + new Passwords().hash("password", "ann's password") + "' where id = 101");
        world.makes("create table log.event_2020_01 partition of log.event for values from ('2020-01-01 00:00Z') to ('2020-02-01 00:00Z')");
        world.makes("insert into log.event (at, account_id, verb, subject, subject_id) values ('2020-01-15 12:00Z', 101, 'ticket.raised', 'ticket', " + ticket + ")");
        world.makes("with c as (insert into conversations.content (hash, size, bytes) values ('\\x01', 300000, decode(repeat('00ff0a', 100000), 'hex')) returning id) "
                + "insert into conversations.attachment (conversation_id, message_id, name, type, size, content_id) select " + ticket + ", min(m.id), 'a.bin', 'application/octet-stream', 300000, c.id from conversations.message m, c where m.conversation_id = " + ticket + " group by c.id");
        world.session(World.FAY);
        this.whole = backedUpWhileSomebodyWorks();
        this.moved = second.next();
        restore(whole, moved);
    }

    private Path backedUpWhileSomebodyWorks() throws IOException, SQLException {
        try (Connection busy = database.connectAsOwner(); var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("insert into people.unit (id, key, kind, name) values (900, 'half', 'department', '{}')");
            Path file = backedUp(database.postgres(), "whole.backup");
            busy.rollback();
            return file;
        }
    }

    @AfterAll
    void stop() {
        second.close();
    }

    @Test
    @Order(1)
    void a_house_goes_on_elsewhere_as_it_was_with_nothing_that_was_half_done() throws Exception {
        assertThat(rows(owner(moved))).isEqualTo(rows(database.asOwner()));
        assertThat(shape(owner(moved))).isEqualTo(shape(database.asOwner()));
        assertThat(number(moved, "select count(*) from log.event_2020_01")).isEqualTo(1);
        assertThat(number(moved, "select count(*) from access.session where account_id = 106 and ended_at is null")).isZero();
        assertThat(number(moved, "select count(*) from log.event where verb = 'house.restored'")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void everybody_signs_in_there_and_numbers_go_on() {
        try (Database there = Database.open(moved, Purpose.REAL); RunningWhom whom = RunningWhom.on(there); Visit ann = Visit.byStranger(whom)) {
            ann.get("/sign-in");
            assertThat(ann.post("/sign-in", "address", "ann@example.org", "password", "ann's password").status()).isBetween(302, 303);
            assertThat(ann.get("/requests/" + world.number(ticket)).body()).contains("marmalade");
        }
        assertThat(number(moved, "select nextval(pg_get_serial_sequence('log.event', 'id')) - max(id) from log.event")).isPositive();
    }

    @Test
    @Order(2)
    void numbers_of_transactions_of_the_old_server_hide_nothing_on_the_new_one_and_open_nothing() {
        assertThat(number(moved, "select count(*) from log.event where xid <> '0' and verb <> 'house.restored' and at <= (select at from log.event where verb = 'house.restored')")).isZero();
        assertThat(number(moved, "select count(*) from agreements.ticket where touched <> '0'")).isZero();
    }

    @Test
    void a_backup_is_its_makers_alone_replaces_nothing_and_shows_no_word() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(whole))).isEqualTo("rw-------");
        assertThat(new String(Files.readAllBytes(whole), StandardCharsets.ISO_8859_1)).doesNotContain("marmalade", "Archer", "tickets");
        assertThatThrownBy(() -> backedUp(database.postgres(), "whole.backup")).isInstanceOf(WrongUse.class);
        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void a_bad_file_changes_nothing() throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        bytes[bytes.length - 40] ^= 1;
        Path bad = Files.write(folder.resolve("bad.backup"), bytes);
        assertThatThrownBy(() -> new Restore(bad, PASSPHRASE, said -> {}).check()).isInstanceOf(Unreadable.class).hasMessageContaining("altered");
        Path cut = Files.write(folder.resolve("cut.backup"), Arrays.copyOf(Files.readAllBytes(whole), bytes.length - 1));
        assertThatThrownBy(() -> new Restore(cut, PASSPHRASE, said -> {}).check()).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> new Restore(whole, Passphrase.of("another passphrase"), said -> {}).check()).isInstanceOf(Unreadable.class).hasMessageContaining("passphrase");
        assertThatThrownBy(() -> new Restore(folder.resolve("none.backup"), PASSPHRASE, said -> {}).check()).isInstanceOf(Unreadable.class).hasMessageContaining("no file");
        assertThatThrownBy(() -> new Restore(Files.writeString(folder.resolve("text.backup"), "hello"), PASSPHRASE, said -> {}).check()).isInstanceOf(Unreadable.class).hasMessageContaining("no backup");
    }

    @Test
    @Order(4)
    void a_house_that_somebody_has_is_not_touched() {
        List<String> before = rows(owner(moved));
        assertThatThrownBy(() -> restore(whole, moved)).isInstanceOf(CannotStart.class).hasMessageContaining("not empty");
        assertThat(rows(owner(moved))).isEqualTo(before);
    }

    @Test
    void a_house_in_which_whom_runs_is_not_touched() throws Exception {
        try (TestDatabase busy = TestDatabase.fresh()) {
            busy.as(DatabaseRole.APP).sql("select 1").query(Integer.class).single();
            assertThatThrownBy(() -> restore(whole, busy.postgres())).isInstanceOf(CannotStart.class).hasMessageContaining("runs on this database");
        }
    }

    @Test
    void real_use_and_demonstration_are_kept_apart() throws Exception {
        var restore = new Restore(whole, PASSPHRASE, said -> {});
        Found found = restore.check();
        assertThatThrownBy(() -> restore.into(second.next(), found, Purpose.DEMONSTRATION)).isInstanceOf(CannotStart.class).hasMessageContaining("--demo");
    }

    @Test
    @Order(5)
    void rows_that_do_not_fit_together_are_undone_and_the_house_stays_empty() throws Exception {
        owner(moved).sql("alter table people.person drop constraint person_realm_id_fkey").update();
        owner(moved).sql("update people.person set realm_id = 999 where id = 101").update();
        Path torn = backedUp(moved, "torn.backup");
        Postgres other = second.next();
        assertThatThrownBy(() -> restore(torn, other)).isInstanceOf(SQLException.class).hasMessageContaining("person_realm_id_fkey");
        assertThat(number(other, "select (select count(*) from access.account) + (select count(*) from log.event)")).isZero();
        assertThat(rules(owner(other))).isEqualTo(rules(database.asOwner()));
    }

    @Test
    @Order(6)
    void one_of_an_older_whom_is_brought_to_this_version() throws Exception {
        Postgres older = second.next();
        List<String> known = Schema.known();
        Schema.make(older, known.subList(0, known.size() - 2));
        owner(older).sql("insert into database.purpose (name) values ('REAL')").update();
        owner(older).sql("insert into access.account (id, key) values (7, 'old')").update();
        Postgres other = second.next();
        restore(backedUp(older, "older.backup"), other);
        assertThat(owner(other).sql("select key from access.account").query(String.class).list()).containsExactly("old");
        assertThat(rules(owner(other))).isEqualTo(rules(database.asOwner()));
        try (Connection owner = other.connectAsOwner()) {
            assertThat(Schema.had(owner)).isEqualTo(known);
        }
    }

    @Test
    @Order(7)
    void one_of_a_newer_whom_is_refused() throws Exception {
        owner(moved).sql("insert into database.flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success) values (9999, '29990101000000', 'x', 'SQL', 'V.sql', 'x', 1, true)").update();
        Path newer = backedUp(moved, "newer.backup");
        assertThatThrownBy(() -> restore(newer, second.next())).isInstanceOf(CannotStart.class).hasMessageContaining("newer");
    }

    private Path backedUp(Postgres postgres, String name) throws IOException, SQLException {
        try (Connection owner = postgres.connectAsOwner()) {
            return new Backup(owner, PASSPHRASE).to(folder.resolve(name)).file();
        }
    }

    private static void restore(Path file, Postgres into) throws IOException, SQLException {
        var restore = new Restore(file, PASSPHRASE, said -> {});
        restore.into(into, restore.check(), Purpose.REAL);
    }

    private static JdbcClient owner(Postgres postgres) {
        return SecondServer.asOwner(postgres);
    }

    private static long number(Postgres postgres, String sql) {
        return owner(postgres).sql(sql).query(Long.class).single();
    }

    /** Every row of every table, but for what changes by being restored. */
    private static List<String> rows(JdbcClient owner) {
        List<String> found = new ArrayList<>();
        for (String table : owner.sql("select format('%I.%I', nspname, relname) from pg_class c join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p') and not relispartition and nspname !~ '^(pg_|information_schema|public$|database$)' order by 1").query(String.class).list()) {
            String row = switch (table) {
                case "log.event" -> "(to_jsonb(t) - 'xid')";
                case "agreements.ticket" -> "(to_jsonb(t) - 'touched')";
                case "access.session" -> "(to_jsonb(t) - 'ended_at')";
                default -> "t";
            };
            found.add(table + " " + owner.sql("select count(*) || ' ' || coalesce(md5(string_agg(md5(" + row + "::text), '' order by md5(" + row + "::text))), '') from " + table + " t" + since(table)).query(String.class).single());
        }
        return found;
    }

    private static List<String> rules(JdbcClient owner) {
        return shape(owner).stream().filter(line -> line.matches("(constraint|trigger|policy) .*") && !line.contains("_20")).toList();
    }

    /** What came after the backup that is compared. */
    private static String since(String table) {
        return switch (table) {
            case "log.event" -> " where verb not in ('house.restored', 'house.backed_up')";
            case "backup.attempt" -> " where false";
            default -> "";
        };
    }

    /** Keys, triggers, policies, rights, partitions, indexes and counters. */
    private static List<String> shape(JdbcClient owner) {
        return owner.sql("""
                select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated from pg_constraint where connamespace::regnamespace::text !~ '^(pg_|information_schema|public|database)'
                union all select 'trigger ' || tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
                union all select 'policy ' || schemaname || '.' || tablename || ' ' || policyname || ' ' || concat(roles, cmd, qual, with_check) from pg_policies
                union all select 'rights ' || relname || ' ' || relrowsecurity || ' ' || coalesce(relacl::text, '') from pg_class where relnamespace::regnamespace::text !~ '^(pg_|information_schema|public|database)' and relkind in ('r', 'p', 'v')
                union all select 'partition ' || inhrelid::regclass || ' of ' || inhparent::regclass from pg_inherits
                union all select 'counter ' || schemaname || '.' || sequencename || ' ' || coalesce(last_value, 0) from pg_sequences where schemaname not in ('log', 'backup')
                """).query(String.class).list().stream().sorted().toList();
    }
}
