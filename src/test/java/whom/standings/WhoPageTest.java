package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.access.Tokens;
import whom.database.TestDatabase;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoPageTest {

    private final RunningWhom whom;
    private final Tokens tokens;
    private final World world;

    WhoPageTest(RunningWhom whom, TestDatabase database, Tokens tokens) {
        this.whom = whom;
        this.tokens = tokens;
        this.world = World.in(database);
        world.makes("insert into people.placement (key, unit_id, valid_from) values ('p1', 1, '2020-01-01')");
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_unit_id, valid_from) values ('e1', " + World.NETWORK + ", 'unit', 1, '2020-01-01')");
        world.makes("insert into standings.funding (key, service_id, kind, scope, scope_unit_id, payer_unit_id, share, valid_from, valid_to) values ('f9', " + World.LUNCH + ", 'unit', 'unit', 2, 2, 100, '2026-01-01', '2099-07-01')");
    }

    @Test
    void evidence_is_told_with_what_leads_to_it() throws Exception {
        String page = get(World.ANN, "/me/standings", 200);
        assertThat(page).contains("Network is there for all of Harbour, since 1 Jan 2020").contains("(e1)")
                .contains("Ann belongs to Finance, since").contains("Finance is part of Harbour, since");
    }

    @Test
    void who_holds_the_budget_of_the_unit_above_the_payer_reads_why() throws Exception {
        String page = get(World.DAN, "/me/standings", 200);
        assertThat(page).contains("Finance carries 100 % of Lunch for all of Finance, from 1 Jan 2026 to 30 Jun 2099").contains("Dan Draper holds the budget of Harbour, since");
    }

    @Test
    void keepers_find_others_by_name_and_look_at_any_day() throws Exception {
        get(World.HAL, "/who?person=archer&at=2021-05-05", 302);
        assertThat(get(World.HAL, "/who/ann?at=2021-05-05", 200)).contains("Ann Archer").contains("(e1)").contains("5 May 2021");
        assertThat(get(World.HAL, "/who/ann?at=2019-12-31", 200)).doesNotContain("(e1)").contains("Nothing is recorded");
        assertThat(get(World.HAL, "/who/ann?at=2099-12-31", 200)).contains("(e1)");
        assertThat(get(World.HAL, "/who?person=a", 200)).contains("/who/ben");
        assertThat(get(World.HAL, "/who?person=%25", 200)).doesNotContain("/who/ben");
        get(World.HAL, "/who/nobody", 404);
        get(World.HAL, "/who/ann?at=yesterday", 422);
    }

    @Test
    void nobody_else_gets_those_of_others() throws Exception {
        for (long other : new long[] {World.BEN, World.CAT, World.DAN, World.EVE, World.IDA, World.KIM, World.LEO}) {
            get(other, "/who/ann", 404);
            get(other, "/who?person=ann", 404);
        }
        assertThat(get(World.ANN, "/who/ann?at=2019-01-01", 200)).as("today, whatever day is asked for").contains("(e1)").doesNotContain("name=\"at\"");
    }

    @Test
    void an_agent_reads_those_to_the_service_of_the_ticket_they_work_on() throws Exception {
        String number = world.number(world.raised(World.BEN, World.BEN, World.NETWORK, "zebra", "zebra"));
        assertThat(get(World.FAY, "/who/ben", 200)).contains("Network is there for all of Harbour").contains("/tickets/" + number).doesNotContain("zebra").doesNotContain("Lunch");
        get(World.LEO, "/who/ben", 404);
    }

    private String get(long who, String path, int status) throws Exception {
        String token = Actor.as(new Actor.Account(who), () -> tokens.make("test", Set.of("facts:read", "conversations:read"), Duration.ofDays(1))).shown();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Authorization", "Bearer " + token).header("Accept-Language", "en-GB").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            return answer.body();
        }
    }
}
