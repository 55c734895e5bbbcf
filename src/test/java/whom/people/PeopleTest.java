package whom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.HAL;
import static whom.World.IDA;
import static whom.World.KIM;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.NotAllowed;
import whom.access.Sessions;
import whom.database.TestDatabase;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.services.Services;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {

    private final RunningWhom whom;
    private final World world;
    private final People people;
    private final Units units;
    private final Teams teams;
    private final Services services;
    private final Sessions sessions;
    private final HttpClient client = HttpClient.newHttpClient();

    PeopleTest(RunningWhom whom, TestDatabase database, People people, Units units, Teams teams, Services services, Sessions sessions) {
        this.whom = whom;
        this.world = World.in(database);
        // the world chose its own ids
        List.of("people.unit", "people.team", "services.service", "access.account").forEach(table -> world.knows("select setval(pg_get_serial_sequence('" + table + "', 'id'), 5000)"));
        this.people = people;
        this.units = units;
        this.teams = teams;
        this.services = services;
        this.sessions = sessions;
    }

    @Test
    void who_is_added_belongs_to_the_organisation_of_their_unit_and_can_sign_in_by_address() {
        String key = as(HAL, () -> people.add(said("name", "Zoë Ziegler", "address", "Zoe@Example.org", "unit", "Finance"), "de"));
        assertThat(key).isEqualTo("zoe-ziegler");
        assertThat(world.knows("select realm_id || ' ' || (select realms::text from access.account a where a.id = p.id) from people.person p where key = 'zoe-ziegler'")).isEqualTo("1 {1}");
        assertThat(world.knows("select count(*) from access.sign_in_secret('zoe@example.org')")).isEqualTo("1");
        assertThat(world.knows("select verb from log.event where subject = 'person' and subject_id = (select id from people.person where key = 'zoe-ziegler')")).isEqualTo("person.added");
        assertThat(names(ANN, "ziegler")).containsExactly("Zoë Ziegler");
        assertThat(names(KIM, "ziegler")).isEmpty();
    }

    @Test
    void an_address_is_one_persons() {
        refused("address", () -> people.add(said("name", "Second Ann", "address", "ANN@example.org"), "en"));
        refused("address", () -> people.add(said("name", "Nobody", "address", "nowhere"), "en"));
        refused("unit", () -> people.add(said("name", "Nobody", "address", "n@example.org", "unit", "Atlantis"), "en"));
        refused("name", () -> people.add(said("address", "n@example.org"), "en"));
    }

    @Test
    void people_are_found_by_name_and_address_and_read_on_by_key() {
        assertThat(names(FAY, "fisher")).containsExactly("Fay Fisher");
        assertThat(names(FAY, "kim@ex")).containsExactly("Kim Knight");
        assertThat(names(FAY, "%")).isEmpty();
        var first = as(FAY, () -> people.list("", null, 3));
        var next = as(FAY, () -> people.list("", first.getLast().key(), 3));
        assertThat(first.getLast().name()).isLessThan(next.getFirst().name());
    }

    @Test
    void nobody_of_another_organisation_is_seen() {
        assertThat(as(KIM, () -> people.list("", null, 100)).stream().map(People.Person::key)).containsExactlyInAnyOrder("kim", "mia");
        assertThatThrownBy(() -> as(KIM, () -> people.required("ann"))).isInstanceOf(NotFound.class);
        assertThat(as(KIM, () -> units.tree(LocalDate.now(), "en")).stream().map(Units.Unit::key)).containsExactly("brook");
        assertThatThrownBy(() -> as(KIM, () -> units.required("finance", "en"))).isInstanceOf(NotFound.class);
    }

    @Test
    void only_administrators_change_anything() {
        for (long person : new long[] {ANN, FAY, IDA, KIM}) {
            notAllowed(person, () -> people.add(said("name", "X", "address", "x@example.org"), "en"));
            notAllowed(person, () -> units.add(said("en", "X", "kind", "team")));
            notAllowed(person, () -> teams.add(said("en", "X")));
            notAllowed(person, () -> { teams.join("desk", said("person", world.knows("select key from people.person where id = " + person))); return null; });
            assertThatThrownBy(() -> as(person, () -> { people.describe("fay", said("name", "X")); return null; })).isInstanceOfAny(NotAllowed.class, NotFound.class);
            assertThatThrownBy(() -> as(person, () -> { teams.leave("network", "fay"); return null; })).isInstanceOfAny(NotAllowed.class, NotFound.class);
        }
        assertThat(world.knows("select count(*) from people.team_member where until = 'infinity' and team_id = 12")).isEqualTo("2");
        assertThat(world.knows("select name from people.person where key = 'fay'")).isEqualTo("Fay Fisher");
    }

    @Test
    void a_unit_stands_where_it_was_put_from_that_day_on() {
        String key = as(HAL, () -> units.add(said("en", "Claims", "de", "Schäden", "kind", "team", "parent", "finance")));
        var today = as(FAY, () -> units.tree(LocalDate.now(), "de"));
        assertThat(today.stream().filter(unit -> unit.key().equals(key)).findFirst()).hasValueSatisfying(unit -> {
            assertThat(unit.name()).isEqualTo("Schäden");
            assertThat(unit.depth()).isEqualTo(2);
        });
        var lastYear = as(FAY, () -> units.tree(LocalDate.now().minusYears(1), "en"));
        assertThat(lastYear.stream().filter(unit -> unit.key().equals(key)).findFirst()).hasValueSatisfying(unit -> assertThat(unit.depth()).isZero());
        refused("kind", () -> units.add(said("en", "X", "kind", "gang")));
    }

    @Test
    void a_discreet_unit_is_seen_by_its_own_people_and_keepers_alone() {
        String key = as(HAL, () -> units.add(said("en", "Audit", "kind", "team", "parent", "finance", "discreet", "true")));
        world.makes("insert into people.membership (key, unit_id, person_id, valid_from) select 'm-audit', id, 102, current_date from people.unit where key = '" + key + "'");
        assertThat(as(BEN, () -> units.required(key, "en")).discreet()).isTrue();
        assertThat(as(HAL, () -> units.required(key, "en")).discreet()).isTrue();
        for (long person : new long[] {ANN, FAY, EVE, KIM}) {
            assertThatThrownBy(() -> as(person, () -> units.required(key, "en"))).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void who_joins_a_team_reads_what_was_before_only_when_a_second_person_agrees() {
        long ticket = world.raised(ANN, ANN, World.NETWORK, "before", "before");
        String seen = "select subject from tickets.ticket where id = ?";
        as(HAL, () -> { teams.join("network", said("person", "eve@example.org")); return null; });
        long team = World.NETWORK_TEAM;
        var eve = as(FAY, () -> teams.members(team)).stream().filter(member -> member.key().equals("eve")).findFirst().orElseThrow();
        assertThat(eve.wholeFrom()).isNotNull();
        assertThat(eve.agreeable()).isTrue();
        assertThat(world.sees(EVE, seen, ticket)).isEmpty();
        notAllowed(EVE, () -> { teams.agree("network", "eve"); return null; });
        notAllowed(HAL, () -> { teams.agree("network", "eve"); return null; });
        as(FAY, () -> { teams.agree("network", "eve"); return null; });
        assertThat(world.sees(EVE, seen, ticket)).containsExactly("before");
        refused("person", () -> { teams.join("network", said("person", "eve")); return null; });
        as(HAL, () -> { teams.leave("network", "eve"); return null; });
        assertThat(world.sees(EVE, seen, ticket)).isEmpty();
        assertThat(world.knows("select string_agg(verb, ' ' order by id) from log.event where subject = 'team' and subject_id = 12 and verb like 'team.member%'"))
                .isEqualTo("team.member_joined team.member_agreed team.member_left");
    }

    @Test
    void a_discreet_service_is_seen_by_who_works_on_it_and_keepers_alone() {
        assertThat(as(World.LEO, () -> services.required("care", "en")).discreet()).isTrue();
        assertThat(as(HAL, () -> services.required("care", "en")).discreet()).isTrue();
        assertThatThrownBy(() -> as(FAY, () -> services.required("care", "en"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(KIM, () -> services.required("care", "en"))).isInstanceOf(NotFound.class);
        assertThat(as(KIM, () -> services.required("network", "en")).name()).isEqualTo("Network");
    }

    @Test
    void what_is_within_a_discreet_service_or_unit_is_as_discreet() {
        world.makes("insert into services.service (id, key, name, provider_id, parent_id) values (41, 'talk', '{\"en\": \"Talk\"}', 3, 25)");
        world.makes("insert into people.unit (id, key, kind, name, discreet) values (42, 'lab', 'project', '{\"en\": \"Lab\"}', true), (43, 'bench', 'team', '{\"en\": \"Bench\"}', false)");
        world.makes("insert into people.placement (key, unit_id, parent_id, valid_from) values ('p42', 42, 1, '2020-01-01'), ('p43', 43, 42, '2020-01-01')");
        world.makes("insert into people.membership (key, unit_id, person_id, valid_from) values ('m-lab', 42, 102, '2020-01-01')");
        assertThat(as(World.LEO, () -> services.required("talk", "en")).name()).as("worked on by the team of what it is within").isEqualTo("Talk");
        assertThat(as(BEN, () -> units.required("bench", "en")).name()).as("within Ben's own").isEqualTo("Bench");
        assertThat(as(HAL, () -> units.required("bench", "en")).name()).isEqualTo("Bench");
        for (long person : new long[] {ANN, FAY, KIM}) {
            assertThatThrownBy(() -> as(person, () -> services.required("talk", "en"))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> as(person, () -> units.required("bench", "en"))).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void who_asked_for_help_with_a_discreet_service_knows_of_it() {
        assertThatThrownBy(() -> as(EVE, () -> services.required("care", "en"))).isInstanceOf(NotFound.class);
        world.raised(EVE, EVE, World.CARE, "mine", "alone");
        assertThat(as(EVE, () -> services.required("care", "en")).name()).isEqualTo("Care");
    }

    @Test
    void an_administrator_who_keeps_no_facts_reads_none_of_what_is_discreet() {
        world.makes("insert into access.role_grant (account_id, role) values (110, 'administrator')");
        world.makes("insert into standings.funding (key, service_id, kind, scope, payer_unit_id, share, valid_from) values ('f-care', 25, 'allocation', 'everybody', 1, 100, '2020-01-01')");
        assertThat(world.sees(World.JON, "select key from standings.funding where service_id in (21, 25)")).containsExactly("f1");
        assertThat(world.sees(HAL, "select key from standings.funding where service_id in (21, 25) order by 1")).containsExactly("f-care", "f1");
    }

    @Test
    void a_service_is_added_described_opened_to_the_desk_and_retired_on_record() {
        String key = as(HAL, () -> services.add(said("en", "Mail", "de", "Post", "provider", "IT", "team", "network", "parent", "network")));
        as(HAL, () -> { services.describe(key, said("en", "Mail", "aboutEn", "Boxes", "provider", "it")); return null; });
        assertThat(as(FAY, () -> services.required(key, "de"))).satisfies(service -> {
            assertThat(service.about()).isEqualTo("Boxes");
            assertThat(service.team()).isEmpty();
        });
        as(HAL, () -> { services.addOffering(key, said("en", "New box", "kind", "request")); return null; });
        as(HAL, () -> { services.addOutput(key, said("en", "Spam", "kind", "unmeant")); return null; });
        as(HAL, () -> { services.openToDesk(key, said("reason", "Everybody helps.")); return null; });
        refused("reason", () -> { services.openToDesk(key, said("reason", "")); return null; });
        refused("reason", () -> { services.openToDesk("care", said("reason", "No.")); return null; });
        as(HAL, () -> { services.closeToDesk(key); return null; });
        as(HAL, () -> { services.retire(key); return null; });
        assertThat(as(FAY, () -> services.tree("en")).stream().map(Services.Service::key)).contains("wifi").doesNotContain(key);
        assertThat(world.knows("select string_agg(replace(verb, 'service.', ''), ' ' order by id) from log.event where subject = 'service' and subject_id = (select id from services.service where key = '" + key + "')"))
                .isEqualTo("added described offering_added output_added opened_to_desk closed_to_desk retired");
        notAllowed(FAY, () -> services.add(said("en", "X", "provider", "it")));
        notAllowed(FAY, () -> { services.retire("network"); return null; });
        notAllowed(World.LEO, () -> { services.openToDesk("payroll", said("reason", "mine")); return null; });
    }

    @Test
    void every_page_and_list_answers_with_what_its_reader_may_see() throws Exception {
        for (long person : new long[] {HAL, FAY, ANN, KIM}) {
            for (String path : List.of("/people", "/units", "/teams", "/services", "/services/network", "/teams/network")) {
                assertThat(get(person, path).statusCode()).as(person + " " + path).isEqualTo(200);
            }
        }
        assertThat(get(HAL, "/people/ann").body()).contains("Ann Archer", "m101");
        assertThat(get(FAY, "/people/ann").body()).contains("Ann Archer").doesNotContain("m101");
        assertThat(get(KIM, "/people/ann").statusCode()).isEqualTo(404);
        assertThat(get(HAL, "/units/finance").body()).contains("Finance", "o1");
        assertThat(get(KIM, "/teams/network").body()).doesNotContain("Fay Fisher");
    }

    private HttpResponse<String> get(long person, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Cookie", "whom=" + sessions.start(person, "test").shown()).header("Accept-Language", "en").build(), BodyHandlers.ofString());
    }

    private List<String> names(long person, String text) {
        return as(person, () -> people.list(text, null, 50)).stream().map(People.Person::name).toList();
    }

    private static <T> T as(long person, Callable<T> work) {
        return World.acting(person, work);
    }

    private static Written said(String... pairs) {
        var texts = new java.util.HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return new Written(Map.copyOf(texts));
    }

    private static void refused(String field, Callable<?> work) {
        assertThatThrownBy(() -> as(HAL, work)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static void notAllowed(long person, Callable<?> work) {
        assertThatThrownBy(() -> as(person, work)).isInstanceOf(NotAllowed.class);
    }
}
