package whom.tickets.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.kernel.Sql;

/** Views stand in every agent's navigation, so only agents keep them. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedViewsTest {

    private final World world;
    private final RunningWhom whom;

    SavedViewsTest(TestDatabase database, RunningWhom whom) {
        this.world = World.in(database);
        this.whom = whom;
    }

    @Test
    void an_agent_keeps_a_view_and_forgets_it() {
        try (Visit fay = Visit.by(world, whom, World.FAY)) {
            fay.get("/tickets/views/new?filter=is:open");
            String kept = fay.post("/tickets/views", "name", "Kept by Fay", "filter", "is:open", "shared", "true").location();
            assertThat(fay.get(kept).body()).contains("Kept by Fay");
            assertThat(fay.post("/tickets/views/" + world.knows("select key from tickets.saved_view where name = 'Kept by Fay'"), "_method", "DELETE").status()).isEqualTo(303);
            assertThat(fay.get("/tickets").body()).doesNotContain("Kept by Fay");
        }
    }

    /** Served, administrator, seal keeper. */
    @ParameterizedTest
    @ValueSource(longs = {World.ANN, World.HAL, World.IDA})
    void nobody_else_writes_into_agents_navigation(long person) {
        try (Visit visit = Visit.by(world, whom, person)) {
            visit.get("/account");
            assertThat(visit.get("/tickets/views/new").status()).isEqualTo(404);
            assertThat(visit.post("/tickets/views", "name", "Read this", "filter", "is:open", "shared", "true").status()).isEqualTo(404);
        }
        Sql past = Sql.of("insert into tickets.saved_view (owner_id, shared, name, filter) values (?, true, 'Read this', '')", person);
        assertThatThrownBy(() -> world.as(person, () -> world.rows().change(past))).hasStackTraceContaining("row-level security");
        assertThat(world.knows("select count(*) from tickets.saved_view where name = 'Read this'")).isEqualTo("0");
    }
}
