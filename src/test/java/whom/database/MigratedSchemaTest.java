package whom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;

@WithDatabase
class MigratedSchemaTest {

    private final TestDatabase database;

    MigratedSchemaTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource(DatabaseRole.class)
    void every_role_has_a_pool_of_its_own(DatabaseRole role) {
        assertThat(database.as(role).sql("select current_user").query(String.class).single()).isEqualTo(role.sqlName());
    }

    @ParameterizedTest
    @EnumSource(DatabaseRole.class)
    void no_role_can_make_anything(DatabaseRole role) {
        assertThatThrownBy(() -> database.as(role).sql("create table public.mine (id int)").update())
                .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void the_session_is_never_in_utc() {
        assertThat(database.as(DatabaseRole.APP).sql("show timezone").query(String.class).single()).isEqualTo("Pacific/Chatham");
    }

    @Test
    void sorting_is_by_code_point_and_lower_case_knows_all_letters() {
        assertThat(database.asOwner().sql("select lower('ÀÉÖŁПРИ') || ('Z' < 'a')::text || ('z' < 'ä')::text").query(String.class).single())
                .isEqualTo("àéöłприtruetrue");
    }

    @Test
    void trigrams_see_letters_beyond_ascii() {
        assertThat(database.asOwner().sql("select similarity('ПРИВЕТ', 'привет')").query(Double.class).single()).isEqualTo(1.0);
    }

    @Test
    void all_functions_views_and_policies_run_again_when_any_file_changes() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:db/R__*.sql")) {
            assertThat(file.getContentAsString(StandardCharsets.UTF_8)).as(file.getFilename()).contains("${schema_hash}");
        }
    }

    @Test
    void a_second_migration_finds_nothing_to_do() throws SQLException {
        var applied = "select count(*) from database.flyway_schema_history";
        long before = database.asOwner().sql(applied).query(Long.class).single();
        try (var connection = database.owner().connect()) {
            Migrations.run(connection, database.owner());
        }
        assertThat(database.asOwner().sql(applied).query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void a_newer_version_runs_all_functions_views_and_policies_again() throws SQLException {
        database.asOwner().sql("delete from database.flyway_schema_history where version is null").update();
        database.asOwner().sql("comment on schema database is 'older'").update();
        try (var connection = database.owner().connect()) {
            Migrations.run(connection, database.owner());
        }
        assertThat(database.asOwner().sql("select count(*) from database.flyway_schema_history where version is null and success").query(Long.class).single()).isGreaterThan(10);
    }
}
