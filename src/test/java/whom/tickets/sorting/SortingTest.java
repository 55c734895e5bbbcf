package whom.tickets.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.Caller;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.database.TestDatabase;

/** Whoever sorts what has no team yet sees the envelope, never person or subject (P0). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SortingTest {

    private final World world;
    private final RunningWhom whom;

    /** Leo, of payroll, sorts lunch, which nobody's team works for. */
    SortingTest(TestDatabase database, RunningWhom whom) {
        this.world = World.in(database);
        this.whom = whom;
        world.makes("insert into access.role_grant (account_id, role, about_id) values (" + World.LEO + ", 'dispatcher', " + World.LUNCH + ")");
    }

    private String unsorted() {
        return world.number(world.raised(World.ANN, World.ANN, World.LUNCH, "zebrasubject", "zebrabody"));
    }

    @Test
    void the_envelope_is_seen_and_nothing_else() {
        String number = unsorted();
        assertThat(world.knows("select coalesce(team_id, 0) from tickets.ticket where number = '" + number + "'")).as("the desk, which would read it, does not get it").isEqualTo("0");
        try (Visit leo = Visit.by(world, whom, World.LEO)) {
            assertThat(leo.get("/sorting").body()).contains(number, "Lunch").doesNotContain("zebra").doesNotContain("Ann");
            assertThat(leo.get("/tickets/" + number).status()).isEqualTo(404);
            assertThat(leo.get("/search?q=zebrasubject").body()).doesNotContain(number);
        }
        assertThat(Caller.by(world, whom, World.LEO, "tickets:write").get("/api/v1/sorting").text()).contains(number).doesNotContain("zebra").doesNotContain("ann");
        assertThat(world.sees(World.LEO, "select number from tickets.ticket where number = ?", number)).isEmpty();
    }

    @Test
    void the_team_that_gets_it_reads_it_and_whoever_gave_it_does_not() {
        String number = unsorted();
        try (Visit leo = Visit.by(world, whom, World.LEO)) {
            leo.get("/sorting");
            assertThat(leo.post("/sorting/" + number, "team", "").body()).contains("Choose a team", "href=\"#team\"", "id=\"team\"");
            assertThat(leo.post("/sorting/" + number, "team", "").body()).as("refused again, it comes back again").contains("Choose a team", "id=\"team\"");
            assertThat(leo.post("/sorting/" + number, "team", "network").location()).isEqualTo("/sorting");
            assertThat(leo.get("/sorting").body()).doesNotContain("id=\"" + number + "\"");
            assertThat(leo.post("/sorting/" + number, "team", "network").status()).as("once").isEqualTo(404);
            assertThat(leo.get("/tickets/" + number).status()).isEqualTo(404);
        }
        assertThat(world.sees(World.FAY, "select subject from tickets.ticket where number = ?", number)).containsExactly("zebrasubject");
        assertThat(world.knows("select data ->> 'team' from log.event where verb = 'ticket.passed_on' order by id desc")).isEqualTo("" + World.NETWORK_TEAM);
    }

    @Test
    void an_agent_who_raises_what_nobody_has_yet_comes_back_to_the_queue_and_not_to_a_page_that_is_not_theirs() {
        try (Visit fay = Visit.by(world, whom, World.FAY)) {
            fay.get("/tickets/new");
            assertThat(fay.post("/tickets", "served", "ann", "service", "lunch", "subject", "No lunch", "text", "None at all", "doing", "slowed").location()).isEqualTo("/tickets");
            assertThat(fay.get("/tickets").body()).contains("is raised");
        }
    }

    @Test
    void by_the_api_too() {
        String number = unsorted();
        Caller leo = Caller.by(world, whom, World.LEO, "tickets:write");
        assertThat(leo.put("/api/v1/sorting/" + number + "/team", "{\"team\": \"nowhere\"}").status()).isEqualTo(422);
        assertThat(leo.put("/api/v1/sorting/" + number + "/team", "{\"team\": \"network\"}").status()).isEqualTo(204);
        assertThat(world.sees(World.GUS, "select subject from tickets.ticket where number = ?", number)).hasSize(1);
    }

    @Test
    void whoever_sorts_nothing_or_another_service_sees_nothing_of_it() {
        String number = unsorted();
        String elsewhere = world.number(world.raised(World.ANN, World.ANN, World.WIFI, "zebrasubject", "zebrabody"));
        for (long other : new long[] {World.EVE, World.HAL, World.CAT, World.DAN}) {
            try (Visit visit = Visit.by(world, whom, other)) {
                assertThat(visit.get("/sorting").status()).isEqualTo(404);
                assertThat(visit.post("/sorting/" + number, "team", "network").status()).isEqualTo(404);
            }
            assertThat(world.sees(other, "select number from tickets.to_sort()")).isEmpty();
        }
        assertThat(world.sees(World.LEO, "select number from tickets.to_sort()")).contains(number).doesNotContain(elsewhere);
    }

    @Test
    void what_nobody_sorts_for_a_day_goes_to_the_desk_and_not_sooner() {
        world.makes("insert into services.service (id, key, name, provider_id) values (40, 'parking', '{\"en\": \"Parking\"}', 3), (41, 'bikes', '{\"en\": \"Bikes\"}', 3)");
        world.makes("insert into access.role_grant (account_id, role, about_id) values (" + World.GUS + ", 'dispatcher', 40), (" + World.NAT + ", 'dispatcher', 41)");
        String number = world.number(world.raised(World.ANN, World.ANN, 40L, "zebrasubject", "zebrabody"));
        String closed = world.number(world.raised(World.ANN, World.ANN, 41L, "zebrasubject", "zebrabody"));
        world.makes("update tickets.ticket set opened_at = now() - interval '3 days' where service_id in (40, 41)");
        assertThat(given()).as("Gus and Nat sort it").isEqualTo("0");
        world.makes("update access.role_grant set since = now() - interval '5 days', until = now() - interval '2 hours' where about_id = 40");
        world.makes("update access.account set closed_at = now() - interval '2 days' where id = " + World.NAT);
        assertThat(given()).as("Nat's account is closed for two days, Gus ended two hours ago").isEqualTo("1");
        assertThat(world.sees(World.EVE, "select subject from tickets.ticket where number = ?", closed)).containsExactly("zebrasubject");
        assertThat(world.sees(World.EVE, "select subject from tickets.ticket where number = ?", number)).isEmpty();
        world.makes("update access.role_grant set until = now() - interval '25 hours' where about_id = 40");
        assertThat(given()).isEqualTo("1");
        assertThat(world.sees(World.EVE, "select subject from tickets.ticket where number = ?", number)).hasSize(1);
        assertThat(world.knows("select count(*) from tickets.ticket where service_id = " + World.LUNCH + " and team_id = " + World.DESK)).as("Leo still sorts lunch").isEqualTo("0");
        world.makes("update access.account set closed_at = null where id = " + World.NAT);
    }

    private String given() {
        return world.sees(Actor.Machine.JOBS, "select tickets.give_to_desk()").getFirst();
    }

    @Test
    void what_concerns_them_or_is_their_own_is_for_others_to_sort() {
        long concerned = world.raised(World.ANN, World.ANN, World.LUNCH, "zebrasubject", "about Leo");
        world.makes("insert into conversations.shut_out (conversation_id, account_id, named_by) values (" + concerned + ", " + World.LEO + ", " + World.ANN + ")");
        String own = world.number(world.raised(World.LEO, World.LEO, World.LUNCH, "mine", "mine"));
        assertThat(world.sees(World.LEO, "select number from tickets.to_sort()")).doesNotContain(own, world.number(concerned));
    }
}
