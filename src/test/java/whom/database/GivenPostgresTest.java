package whom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithDatabase
class GivenPostgresTest {

    private final TestDatabase database;

    GivenPostgresTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void an_address_without_a_user_is_refused() {
        assertThatThrownBy(() -> GivenPostgres.of("jdbc:postgresql://db/whom", null, "x"))
                .isInstanceOf(CannotStart.class).hasMessageContaining("WHOM_DB_USER");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/whom, whom",
        "postgresql://db/whom, whom",
        "'postgres://a,b/desk?targetServerType=primary', desk",
        "jdbc:postgresql://db/whom?ssl=true&sslmode=verify-full, whom"})
    void an_address_may_be_written_in_either_way(String url, String name) {
        var login = GivenPostgres.of(url, "owner", "secret").owner();
        assertThat(login.url()).startsWith("jdbc:postgresql://");
        assertThat(login.database()).isEqualTo(name);
        assertThat(login.in("other").database()).isEqualTo("other");
    }

    @Test
    void what_is_no_postgresql_is_refused() {
        assertThatThrownBy(() -> GivenPostgres.of("jdbc:mysql://db/whom", "u", "p")).isInstanceOf(CannotStart.class).hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void the_roles_follow_when_the_owners_password_changes() throws SQLException {
        Login before = database.owner();
        var after = new Login(before.url(), before.user(), "another secret");
        try (Connection connection = before.connect()) {
            Roles.followOwner(connection, after);
            assertThat(entersAs(after.of(DatabaseRole.MEASURE))).isTrue();
            assertThat(entersAs(before.of(DatabaseRole.MEASURE))).isFalse();
        } finally {
            Database.open(new GivenPostgres(before), Purpose.REAL).close();
        }
        assertThat(entersAs(before.of(DatabaseRole.MEASURE))).isTrue();
    }

    @Test
    void a_demonstration_is_kept_out_of_real_use() {
        assertThatThrownBy(() -> Database.open(new GivenPostgres(database.owner()), Purpose.DEMONSTRATION))
                .isInstanceOf(CannotStart.class).hasMessageContaining("real use");
    }

    private static boolean entersAs(Login login) {
        try (Connection connection = login.connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
