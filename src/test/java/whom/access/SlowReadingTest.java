package whom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import whom.database.DatabaseRole;
import whom.database.TestDatabase;
import whom.database.WithDatabase;

@WithDatabase
class SlowReadingTest {

    private final TestDatabase database;

    SlowReadingTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void a_slow_page_ends_when_the_same_is_asked_for_again() throws Exception {
        try (Connection connection = database.dataSource(DatabaseRole.APP).getConnection()) {
            state(connection, "set statement_timeout = 0");
            var statement = CompletableFuture.supplyAsync(() -> state(connection, "select pg_sleep(60)"));
            while (!statement.isDone()) { // until one of them comes after it began
                var reading = new SlowReading(connection);
                Thread.sleep(300);
                reading.end();
            }
            assertThat(statement.get()).isEqualTo("57014"); // query_canceled, as after a time limit
            assertThat(state(connection, "reset statement_timeout")).isEmpty();
        }
    }

    @Test
    void what_is_quick_or_over_is_let_be() throws Exception {
        try (Connection connection = database.dataSource(DatabaseRole.APP).getConnection()) {
            var quick = new SlowReading(connection);
            quick.end();
            Thread.sleep(300);
            quick.over();
            var statement = CompletableFuture.supplyAsync(() -> state(connection, "select pg_sleep(0.4)"));
            quick.end();
            assertThat(statement.get()).isEmpty();
        }
    }

    @Test
    void no_statement_of_a_person_takes_longer_than_two_seconds_even_outside_of_transactions() throws Exception {
        try (Connection connection = database.dataSource(DatabaseRole.APP).getConnection()) {
            assertThat(state(connection, "select pg_sleep(5)")).isEqualTo("57014");
        }
    }

    private static String state(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (PSQLException e) {
            return e.getSQLState();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
