package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** Whom a service has: for keepers whole, for its owner with users as numbers, for nobody else (D8, P6). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhomPageTest {

    private final RunningWhom whom;
    private final World world;

    WhomPageTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
        world.makes("insert into access.role_grant (account_id, role, about_id) values (105, 'service_owner', 21)");
        world.makes("insert into people.placement (key, unit_id, valid_from) values ('p1', 1, '2020-01-01')");
        world.makes("insert into people.unit (id, key, kind, name, discreet) values (9, 'velvet', 'project', '{\"en\": \"Velvet\"}', true), (8, 'harbour-two', 'department', '{\"en\": \"Pier\"}', false)");
        world.makes("insert into people.placement (key, unit_id, parent_id, valid_from) values ('p9', 9, 1, '2020-01-01'), ('p8', 8, 1, '2020-01-01')");
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_unit_id, valid_from) values ('e1', 21, 'unit', 1, '2022-01-01')");
        world.makes("insert into standings.agreement (key, service_id, scope, signatory_id, valid_from) values ('a1', 21, 'everybody', 103, '2020-01-01')");
        world.makes("insert into standings.funding (key, service_id, kind, scope, scope_unit_id, payer_unit_id, share, valid_from) values "
                + "('f60', 21, 'unit', 'unit', 2, 2, 60, '2020-01-01'), ('f30', 21, 'unit', 'unit', 2, 9, 30, '2020-01-01')");
        world.makes("insert into standings.brokerage (key, service_id, broker_id, upstream_key, scope, scope_unit_id, valid_from) values "
                + "('b1', 21, 4, null, 'unit', 2, '2020-01-01'), ('b2', 21, 8, 'b1', 'unit', 2, '2020-01-01'), ('c1', 21, 8, 'c2', 'everybody', null, '2020-01-01'), ('c2', 21, 8, 'c1', 'everybody', null, '2020-01-01')");
        world.makes("insert into people.membership (key, unit_id, person_id, valid_from) values ('m9', 9, 109, '2020-01-01')");
        world.makes("insert into standings.oversight (key, holder_unit_id, valid_from) values ('o9', 9, '2020-01-01')");
        world.makes("insert into standings.funding (key, service_id, kind, scope, scope_person_id, payer_unit_id, share, valid_from) values ('fp', 21, 'unit', 'person', 101, 2, 100, '2020-01-01')");
    }

    @Test
    void a_keeper_sees_how_the_parties_hang_together_as_a_picture_and_in_words() {
        String page = get(World.HAL, "/whom/network", 200);
        assertThat(page).contains("<svg class=\"hang-together\"").contains("role=\"img\"").contains("Network is provided by IT, paid by ")
                .contains("60 %").contains("The shares make 90 %").contains("Velvet").contains("Cat Cooper").contains("Brook").contains("Pier").contains("Ida Inman").contains("Ann");
        assertThat(page.split("Pier", -1).length).as("also those in a circle").isGreaterThan(4);
    }

    @Test
    void the_owner_sees_users_as_numbers_and_no_name_of_them() {
        String page = get(World.EVE, "/whom/network", 200);
        assertThat(page).contains("60 %").contains("Cat Cooper").contains("one person").contains("a unit that is not named").doesNotContain("Velvet").doesNotContain("velvet")
                .doesNotContain("Ann").doesNotContain("/whom/network/user").doesNotContain("name=\"at\"").doesNotContain("/who/");
        assertThat(page).as("eight in all, of whom no unit but Harbour has five").contains("<strong class=\"num\">8</strong>");
        get(World.EVE, "/whom/network/user", 404);
        assertThat(get(World.EVE, "/whom/network/customer", 200)).contains("Cat Cooper");
        get(World.EVE, "/whom/network/customer?at=2020-05-05", 404);
        get(World.EVE, "/whom/payroll", 404);
    }

    @Test
    void nobody_else_gets_it_whatever_their_rank() {
        for (long other : new long[] {World.ANN, World.BEN, World.CAT, World.DAN, World.FAY, World.IDA, World.JON, World.KIM, World.LEO}) {
            for (String path : new String[] {"/whom/network", "/whom/network/user", "/whom/network/customer", "/api/v1/standings/users?service=network", "/api/v1/standings/whom?service=network&standing=sponsor"}) {
                assertThat(get(other, path, 404)).doesNotContain("60 %").doesNotContain("\"cat\"");
            }
            assertThat(get(other, "/services/network", 200)).doesNotContain("/whom/network");
        }
        assertThat(get(World.EVE, "/services/network", 200)).contains("/whom/network");
    }

    @Test
    void any_day_can_be_asked_by_keepers_and_each_look_is_on_record() {
        long before = Long.parseLong(world.knows("select count(*) from standings.look where service_id = 21"));
        assertThat(get(World.HAL, "/whom/network?at=2021-01-01", 200)).contains("1 Jan 2021").contains("<strong class=\"num\">0</strong>");
        assertThat(get(World.HAL, "/whom/network?at=2031-01-01", 200)).contains("<strong class=\"num\">8</strong>");
        assertThat(Long.parseLong(world.knows("select count(*) from standings.look where service_id = 21"))).isEqualTo(before + 2);
        get(World.HAL, "/whom/nothing", 404);
        get(World.HAL, "/whom/network/friend", 404);
    }

    @Test
    void many_users_come_by_pages() {
        world.makes("insert into access.account (id, key, realms) select 5000 + n, 'many' || lpad(n::text, 3, '0'), '{1}' from generate_series(1, 120) n");
        world.makes("insert into people.person (id, key, name, realm_id) select 5000 + n, 'many' || lpad(n::text, 3, '0'), 'Many ' || n, 1 from generate_series(1, 120) n");
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_person_id, valid_from) select 'many' || n, 23, 'person', 5000 + n, '2020-01-01' from generate_series(1, 120) n");
        String first = get(World.HAL, "/whom/lunch/user", 200);
        assertThat(first).contains("/who/many001").contains("/who/many050").doesNotContain("/who/many051").contains("after=many050");
        assertThat(get(World.HAL, "/whom/lunch/user?after=many100", 200)).contains("/who/many101").contains("/who/many120").doesNotContain("rel=\"next\"");
        assertThat(get(World.HAL, "/whom/lunch", 200)).contains("<strong class=\"num\">120</strong>");
        assertThat(Pattern.compile("many\\d+").matcher(get(World.HAL, "/api/v1/standings/users?service=lunch&limit=30", 200)).results().count()).isEqualTo(30);
    }

    private String get(long who, String path, int status) {
        try (Visit visit = Visit.by(world, whom, who)) {
            var answer = visit.get(path);
            assertThat(answer.status()).as("%d: %s %s", who, path, answer.body().length() < 500 ? answer.body() : "").isEqualTo(status);
            return answer.body();
        }
    }
}
