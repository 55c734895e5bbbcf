package whom.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a role of its own: the real ones are shared by all databases of the server. */
@WithDatabase
class RoleCheckTest {

    private static final String ROLE = "whom_trial_" + ProcessHandle.current().pid();
    private final TestDatabase database;
    private final Login trial;

    RoleCheckTest(TestDatabase database) {
        this.database = database;
        this.trial = new Login(database.owner().url(), ROLE, "trial");
    }

    /** A given server's owner makes no role that is stronger than itself. */
    @BeforeEach
    void withASuperuser() throws SQLException {
        try (Connection connection = database.superuser().connect()) {
            assumeTrue(Roles.exists(connection, "select from pg_roles where rolname = ? and rolsuper", database.superuser().user()), "making roles with powers takes a superuser, which WHOM_TEST_DB_USER is not");
        }
    }

    @AfterEach
    void away() throws SQLException {
        try (Connection connection = database.superuser().connect()) {
            if (Roles.exists(connection, "select from pg_roles where rolname = ?", ROLE)) {
                Roles.run(connection, "drop owned by " + ROLE + "; drop role " + ROLE);
            }
        }
    }

    @Test
    void a_role_that_owns_nothing_may_work() throws SQLException {
        make("");
        assertThatCode(() -> RoleCheck.refusePowerful(trial)).doesNotThrowAnyException();
    }

    @Test
    void a_superuser_is_refused() throws SQLException {
        make("superuser");
        refused("is a superuser");
    }

    @Test
    void a_role_that_bypasses_row_security_is_refused() throws SQLException {
        make("bypassrls");
        refused("has BYPASSRLS");
    }

    @Test
    void an_owner_of_a_table_is_refused() throws SQLException {
        make("");
        run("create table public.theirs (id int); alter table public.theirs owner to " + ROLE);
        refused("owns theirs");
    }

    @Test
    void the_owner_of_whoms_tables_is_refused() throws SQLException {
        make("");
        assertThatThrownBy(() -> RoleCheck.refusePowerful(database.owner())).isInstanceOf(CannotStart.class).hasMessageContaining("owns");
    }

    @Test
    void a_role_that_can_become_the_owner_is_refused() throws SQLException {
        make("");
        run("grant " + database.owner().user() + " to " + ROLE);
        refused("can become " + database.owner().user());
    }

    @Test
    void a_role_that_can_read_everything_is_refused() throws SQLException {
        make("");
        run("grant pg_read_all_data to " + ROLE);
        refused("can become pg_read_all_data");
    }

    @Test
    void a_role_that_becomes_another_when_it_logs_in_is_refused() throws SQLException {
        make("");
        run("grant whom_measure to " + ROLE + "; alter role " + ROLE + " set role = whom_measure");
        refused("becomes another role");
    }

    private void make(String power) throws SQLException {
        run("create role " + ROLE + " login password 'trial' " + power);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.superuser().connect()) {
            Roles.run(connection, sql);
        }
    }

    private void refused(String why) {
        assertThatThrownBy(() -> RoleCheck.refusePowerful(trial)).isInstanceOf(CannotStart.class).hasMessageContaining(why);
    }
}
