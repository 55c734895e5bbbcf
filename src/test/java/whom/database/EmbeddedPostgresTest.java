package whom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server itself, durable as in use; one story per start, since each costs a second or two. */
class EmbeddedPostgresTest {

    private static final Path PROGRAMS = Path.of("target", "postgres").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void it_is_durable_private_and_keeps_what_it_was_given() throws IOException, SQLException {
        try (var postgres = start()) {
            assertThat(ask(postgres.owner(), "select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'))"))
                    .isEqualTo("on on on");
            assertThat(ask(postgres.superuser(), "select current_setting('listen_addresses') || current_setting('unix_socket_directories')")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres.superuser(), "select string_agg(distinct type || ' ' || auth_method, ',') from pg_hba_file_rules")).isEqualTo("host scram-sha-256");
            assertThat(ask(postgres.owner(), "select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()")).isEqualTo("b C.UTF-8");
            assertThat(ask(postgres.owner(), "select rolsuper::text || rolbypassrls from pg_roles where rolname = current_user")).isEqualTo("falsefalse");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret")))).isEqualTo("rw-------");
            try (Connection connection = postgres.owner().connect()) {
                Roles.run(connection, "create table public.kept as select 'still here' as word");
            }
        }
        assertThat(RunningServer.on(data())).isEmpty();
        try (var again = start()) {
            assertThat(ask(again.owner(), "select word from public.kept")).isEqualTo("still here");
        }
    }

    @Test
    void a_server_that_outlived_its_java_is_taken_over() throws IOException, SQLException {
        start(); // and never stopped
        long orphan = RunningServer.on(data()).orElseThrow().process();
        try (var postgres = start()) {
            assertThat(RunningServer.on(data()).orElseThrow().process()).isEqualTo(orphan);
            assertThat(ask(postgres.owner(), "select 'served'")).isEqualTo("served");
        }
        assertThat(RunningServer.on(data())).isEmpty();
    }

    @Test
    void a_note_of_a_server_that_is_no_more_is_no_server() throws IOException {
        Files.createDirectories(data());
        String note = "%d\n%s\n1700000000\n5999\n\n127.0.0.1\n  1 2\nready\n".formatted(ProcessHandle.current().pid(), data());
        Files.writeString(data().resolve("postmaster.pid"), note);
        assertThat(RunningServer.on(data())).isEmpty();
    }

    @Test
    void a_killed_server_starts_again_though_its_number_is_anothers_now() throws IOException, SQLException {
        String left;
        try (var postgres = start()) {
            left = Files.readString(data().resolve("postmaster.pid"));
        }
        var another = new ProcessBuilder(ServerUser.of(folder).command(List.of("sleep", "600"))).start();
        try {
            Files.writeString(data().resolve("postmaster.pid"), left.replaceFirst("\\d+", Long.toString(another.pid())));
            try (var postgres = start()) {
                assertThat(ask(postgres.owner(), "select 'served'")).isEqualTo("served");
            }
        } finally {
            another.destroy();
        }
    }

    @Test
    void a_database_whose_secret_is_gone_is_not_touched() throws IOException {
        Files.createDirectories(data());
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("secret");
    }

    @Test
    void a_folder_is_held_by_one_at_a_time() {
        try (var held = DataFolder.hold(folder)) {
            held.note("process 1, http://localhost:8080/");
            assertThatThrownBy(() -> DataFolder.hold(folder)).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already runs").hasMessageContaining("http://localhost:8080/").hasMessageContaining("--data");
        }
        DataFolder.hold(folder).close();
    }

    private Path data() {
        return folder.resolve("postgres").resolve("18");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, PROGRAMS, Durability.DURABLE);
    }

    private static String ask(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
