package whom.tickets.served;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** What an agent may know of the one they help, beside the ticket; and nobody else (D8). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoTheyAreTest {

    private final RunningWhom whom;
    private final World world;
    private final String network;

    WhoTheyAreTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
        world.makes("insert into people.placement (key, unit_id, valid_from) values ('p1', 1, '2020-01-01')");
        world.makes("insert into people.unit (id, key, kind, name, discreet) values (9, 'velvet', 'project', '{\"en\": \"Velvet\"}', true)");
        world.makes("insert into people.placement (key, unit_id, parent_id, valid_from) values ('p9', 9, 1, '2020-01-01')");
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_unit_id, valid_from) values ('e1', 21, 'unit', 1, '2020-01-01'), ('e2', 22, 'unit', 1, '2020-01-01')");
        world.makes("insert into standings.agreement (key, service_id, scope, signatory_id, valid_from) values ('a1', 21, 'everybody', 103, '2020-01-01')");
        world.makes("insert into standings.funding (key, service_id, kind, scope, scope_unit_id, payer_unit_id, share, valid_from) values "
                + "('f60', 21, 'unit', 'unit', 2, 2, 60, '2020-01-01'), ('f40', 21, 'unit', 'unit', 2, 9, 40, '2020-01-01')");
        this.network = raised(World.ANN, World.NETWORK);
    }

    @Test
    void the_ticket_page_has_the_fold_and_the_part_comes_by_itself() {
        String page = get(World.FAY, "/tickets/" + network, 200);
        assertThat(page).contains("Who they are").contains("hx-get=\"/tickets/" + network + "/who\"").contains("href=\"/tickets/" + network + "/who\"").doesNotContain("60 %");
    }

    @Test
    void an_agent_of_the_team_reads_the_standing_who_pays_and_what_the_payer_sees() {
        assertThat(get(World.FAY, "/tickets/" + network + "/who", 200))
                .contains("Finance · Harbour").contains("Network is there for all of Harbour").contains("Ann belongs to Finance")
                .contains("60 %").contains("40 %").contains("Never sees that this ticket exists");
    }

    @Test
    void who_signed_who_answers_for_the_money_and_what_is_discreet_are_not_in_it() {
        assertThat(get(World.FAY, "/tickets/" + network + "/who", 200)).contains("a unit that is not named")
                .doesNotContain("Velvet").doesNotContain("velvet").doesNotContain("Cat Cooper").doesNotContain("Dan Draper").doesNotContain("Payroll");
    }

    @Test
    void other_agents_superiors_payers_administrators_and_the_one_served_get_nothing() {
        for (long other : new long[] {World.EVE, World.LEO, World.CAT, World.DAN, World.HAL, World.IDA, World.JON, World.KIM, World.ANN, World.BEN}) {
            try (Visit visit = Visit.by(world, whom, other)) {
                var answer = visit.get("/tickets/" + network + "/who");
                assertThat(answer.status()).as("%d", other).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("60 %").doesNotContain("Finance");
            }
        }
    }

    @Test
    void tickets_that_the_agent_may_not_read_are_no_evidence() {
        String own = raised(World.ANN, World.NETWORK);
        String other = raised(World.ANN, World.PAYROLL);
        assertThat(get(World.FAY, "/tickets/" + network + "/who", 200)).contains(own).doesNotContain(other);
    }

    @Test
    void who_pays_is_as_of_the_day_it_was_opened() {
        String old = raised(World.BEN, World.PAYROLL);
        world.makes("update conversations.conversation set opened_at = '2021-03-03' where number = '" + old + "'");
        world.makes("update standings.funding set valid_to = '2022-01-01' where key = 'f2'");
        assertThat(get(World.LEO, "/tickets/" + old + "/who", 200)).contains("Harbour</span>").contains("100 %").contains("3 Mar 2021");
        String fresh = raised(World.BEN, World.PAYROLL);
        assertThat(get(World.LEO, "/tickets/" + fresh + "/who", 200)).contains("Nobody is recorded as paying");
    }

    @Test
    void without_a_service_it_says_so_and_where_the_person_is() {
        assertThat(get(World.EVE, "/tickets/" + raised(World.ANN, null) + "/who", 200)).contains("Finance · Harbour").contains("no service yet").doesNotContain("60 %");
    }

    private String raised(long by, Long service) {
        return world.number(world.raised(by, by, service, "Something", "Words."));
    }

    private String get(long who, String path, int status) {
        try (Visit visit = Visit.by(world, whom, who)) {
            var answer = visit.get(path);
            assertThat(answer.status()).as(path).isEqualTo(status);
            return answer.body();
        }
    }
}
