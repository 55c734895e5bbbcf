package whom.tickets.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.FAY;
import static whom.World.NETWORK;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** What takes longer than a page may is left out of it, and nothing else is (it waits for a lock here, which the time limit ends). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowListTest {

    private static final String SIGHT = "lock table tickets.sight in access exclusive mode";
    private static final String TOO_LONG = "took too long";

    private final TestDatabase database;
    private final World world;
    private final RunningWhom whom;

    SlowListTest(TestDatabase database, RunningWhom whom) {
        this.database = database;
        this.world = World.in(database);
        this.whom = whom;
    }

    @Test
    void a_ticket_is_opened_beside_a_list_that_takes_too_long_and_the_reading_is_on_record() throws Exception {
        long id = world.raised(ANN, ANN, NETWORK, "VPN drops", "every hour");
        Visit fay = Visit.by(world, whom, FAY);
        String whole = fay.get("/tickets/" + world.number(id) + "?view=open").body();
        assertThat(whole).contains("every hour").doesNotContain(TOO_LONG);
        world.makes("delete from conversations.reading");
        String without;
        try (Connection holder = database.connectAsOwner()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute(SIGHT);
            without = fay.get("/tickets/" + world.number(id) + "?view=open").body();
            holder.rollback();
        }
        assertThat(without).contains("every hour").contains(TOO_LONG);
        assertThat(world.knows("select count(*) from conversations.reading where conversation_id = " + id)).isEqualTo("1");
    }
}
