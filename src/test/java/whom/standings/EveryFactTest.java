package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** Every kind of fact by pages and by API: seen, added, changed from a date, ended, corrected with who and why; nonsense refused. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFactTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is typed at first, and what is different later. */
    record Kind(String key, Map<String, String> typed, Map<String, String> later) {
        @Override
        public String toString() {
            return key;
        }
    }

    private final RunningWhom whom;
    private final World world;
    private final String token;

    EveryFactTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
        world.makes("insert into people.unit (id, key, kind, name) values (901, 'sales', 'department', '{\"en\":\"Sales\"}'), (902, 'east', 'team', '{\"en\":\"East\"}'), (903, 'west', 'team', '{\"en\":\"West\"}')");
        world.makes("insert into services.output (id, key, service_id, name) values (71, 'report', 21, '{\"en\": \"Report\"}'), (72, 'status', 21, '{\"en\": \"Status\"}')");
        world.makes("insert into standings.initiative (key, name, valid_from) values ('idea', 'Idea', '2020-01-01'), ('other-idea', 'Other', '2020-01-01')");
        this.token = world.token(World.HAL, "facts:read", "facts:write", "conversations:read", "tickets:write", "administration");
    }

    static Stream<Kind> kinds() {
        return Stream.of(new Kind("placements", Map.of("unit", "sales"), Map.of("parent", "finance")),
                new Kind("memberships", Map.of("person", "nat", "unit", "sales", "primary", "false"), Map.of("unit", "east")),
                new Kind("offices", Map.of("office", "head", "unit", "sales", "person", "ben"), Map.of("person", "nat")),
                new Kind("entitlements", Map.of("service", "lunch", "scope", "everybody"), Map.of("scope", "unit", "scopeOf", "sales")),
                new Kind("fundings", Map.of("service", "lobby", "scope", "everybody", "kind", "unit", "payer", "sales", "share", "100"), Map.of("payer", "east")),
                new Kind("agreements", Map.of("service", "lunch", "scope", "everybody", "signatory", "cat"), Map.of("signatory", "dan")),
                new Kind("oversights", Map.of("holder", "sales"), Map.of("service", "lunch")),
                new Kind("brokerages", Map.of("service", "lunch", "broker", "sales", "scope", "everybody"), Map.of("broker", "east")),
                new Kind("initiatives", Map.of("name", "Faster lunch"), Map.of("name", "Slower lunch")),
                new Kind("initiative-services", Map.of("initiative", "idea", "service", "lunch"), Map.of("service", "network")),
                new Kind("initiative-members", Map.of("initiative", "idea", "person", "ben", "side", "business"), Map.of("side", "it")),
                new Kind("observations", Map.of("output", "report", "person", "ben", "origin", "recorded"), Map.of("output", "status")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pages_show_add_change_end_and_correct_it(Kind kind) {
        try (Visit visit = Visit.by(world, whom, World.HAL)) {
            assertThat(visit.get("/facts/" + kind.key).status()).isEqualTo(200);
            assertThat(visit.get("/facts/" + kind.key + "/new").status()).isEqualTo(200);
            String first = visit.post("/facts/" + kind.key, fields(kind.typed, Map.of("from", "2021-01-01", "to", "2025-01-01"))).location();
            assertThat(first).startsWith("/facts/" + kind.key + "/");
            assertThat(visit.get(first).status()).isEqualTo(200);
            String next = visit.post(first + "/changes", fields(kind.typed, kind.later, Map.of("from", "2022-01-01", "reason", "it moved"))).location();
            assertThat(next).startsWith("/facts/" + kind.key + "/").isNotEqualTo(first);
            visit.get(next);
            assertThat(visit.post(next + "/ending", "to", "2023-01-01").status()).isEqualTo(302);
            assertThat(visit.get(first + "/correction").status()).isEqualTo(200);
            assertThat(visit.post(first + "/corrections", fields(kind.typed, Map.of("from", "2021-02-01", "to", "2022-01-01", "reason", "began a month later"))).status()).isEqualTo(302);
            assertThat(visit.get(first).body()).contains("began a month later").contains("Hal Hunter").contains("it moved").contains("1 Feb 2021").contains("1 Jan 2021");
            assertThat(visit.get(next).body()).contains("1 Jan 2023");
            String key = first.substring(first.lastIndexOf('/') + 1);
            assertThat(visit.get("/facts/" + kind.key + "?at=2021-06-06").body()).contains(key);
            assertThat(visit.get("/facts/" + kind.key + "?at=2023-06-06").body()).doesNotContain(key);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_api_shows_adds_changes_ends_and_corrects_it(Kind kind) throws Exception {
        String at = "/api/v1/facts/" + kind.key;
        String first = at + "/" + ask("POST", at, fields(kind.typed, Map.of("from", "2031-01-01")), 201).at("/fact/key").stringValue();
        String next = at + "/" + ask("POST", first + "/changes", fields(kind.typed, kind.later, Map.of("from", "2032-01-01", "reason", "it moved")), 201).at("/fact/key").stringValue();
        assertThat(ask("POST", next + "/ending", new String[] {"to", "2033-01-01"}, 200).at("/fact/to").stringValue()).isEqualTo("2033-01-01");
        JsonNode corrected = ask("POST", first + "/corrections", fields(kind.typed, Map.of("from", "2031-02-01", "to", "2032-01-01", "reason", "began later")), 200);
        assertThat(corrected.at("/fact/recordedBy").stringValue()).isEqualTo("Hal Hunter");
        assertThat(corrected.at("/fact/reason").stringValue()).isEqualTo("began later");
        assertThat(corrected.at("/earlier").size()).isEqualTo(2);
        assertThat(ask("GET", first, new String[0], 200).at("/fact/from").stringValue()).isEqualTo("2031-02-01");
        assertThat(ask("GET", at, new String[0], 200).at("/items").size()).isGreaterThan(0);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_ends_before_it_begins_is_refused_by_page_and_api(Kind kind) throws Exception {
        ask("POST", "/api/v1/facts/" + kind.key, fields(kind.typed, Map.of("from", "2041-01-01", "to", "2040-01-01")), 422);
        ask("POST", "/api/v1/facts/" + kind.key, fields(kind.typed, Map.of("from", "tomorrow")), 422);
        try (Visit visit = Visit.by(world, whom, World.HAL)) {
            visit.get("/facts/" + kind.key + "/new");
            assertThat(visit.post("/facts/" + kind.key, fields(kind.typed, Map.of("from", "2041-01-01", "to", "2040-01-01"))).status()).isEqualTo(422);
        }
    }

    @Test
    void shares_begin_and_end_together_by_page_and_api() throws Exception {
        String[] shares = {"service", "care", "scope", "everybody", "from", "2026-01-01", "share1", "60", "kind1", "unit", "payer1", "sales", "share2", "30", "kind2", "unit", "payer2", "east"};
        assertThat(ask("POST", "/api/v1/shares", shares, 422).toString()).contains("90");
        shares[13] = "40";
        ask("POST", "/api/v1/shares", shares, 204);
        assertThat(paid("care", "2026-05-05")).isEqualTo("100");
        String one = world.knows("select key from standings.funding where service_id = 25 and superseded_at is null limit 1");
        assertThat(ask("POST", "/api/v1/facts/fundings/" + one + "/ending", new String[] {"to", "2026-07-01"}, 422).toString()).as("one alone cannot end").contains("sum");
        ask("POST", "/api/v1/shares/ending", new String[] {"service", "care", "scope", "everybody", "to", "2026-07-01", "reason", "free of charge"}, 204);
        assertThat(paid("care", "2026-05-05")).isEqualTo("100");
        assertThat(paid("care", "2026-07-01")).isEqualTo("null");
        ask("POST", "/api/v1/shares/ending", new String[] {"service", "care", "scope", "everybody", "to", "2026-08-01"}, 422);
        try (Visit visit = Visit.by(world, whom, World.HAL)) {
            visit.get("/shares/new");
            shares[13] = "30";
            assertThat(visit.post("/shares", shares).body()).contains("90");
            shares[13] = "40";
            shares[5] = "2027-01-01";
            assertThat(visit.post("/shares", shares).status()).isEqualTo(302);
            assertThat(visit.post("/shares/ending", "ends", "true", "service", "care", "scope", "everybody", "to", "2028-01-01").status()).isEqualTo(302);
            assertThat(visit.post("/shares/ending", "ends", "true", "service", "care", "scope", "everybody", "to", "2029-01-01").body()).contains("Nobody pays for these people").contains("open");
        }
        assertThat(paid("care", "2027-05-05")).isEqualTo("100");
        assertThat(paid("care", "2028-05-05")).isEqualTo("null");
    }

    @Test
    void nobody_but_keepers_and_administrators_agrees_or_ends_shares() {
        String before = world.knows("select count(*) from standings.funding");
        for (long other : new long[] {World.ANN, World.DAN, World.EVE, World.FAY, World.IDA, World.JON, World.KIM}) {
            try (Visit visit = Visit.by(world, whom, other)) {
                visit.get("/me/standings");
                for (String path : new String[] {"/shares", "/shares/ending"}) {
                    assertThat(visit.post(path, "service", "network", "scope", "everybody", "from", "2026-01-01", "to", "2026-01-01", "share1", "100", "kind1", "unit", "payer1", "sales").status())
                            .as("%d %s", other, path).isBetween(400, 499);
                    assertThat(visit.post(path, "x", "1").status()).isBetween(400, 499);
                }
            }
        }
        assertThat(world.knows("select count(*) from standings.funding")).isEqualTo(before);
    }

    private String paid(String service, String day) {
        return world.knows("select coalesce(sum(f.share)::int::text, 'null') from standings.funding f join services.service s on s.id = f.service_id where s.key = '" + service
                + "' and f.superseded_at is null and f.valid_from <= '" + day + "' and (f.valid_to is null or f.valid_to > '" + day + "')");
    }

    @SafeVarargs
    private static String[] fields(Map<String, String>... parts) {
        var all = new TreeMap<String, String>();
        for (Map<String, String> part : parts) {
            all.putAll(part);
        }
        List<String> flat = new ArrayList<>();
        all.forEach((name, text) -> flat.addAll(List.of(name, text)));
        return flat.toArray(String[]::new);
    }

    private JsonNode ask(String method, String path, String[] fields, int status) throws Exception {
        var body = new TreeMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                    .method(method, method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s %s %s: %s", method, path, body, answer.body()).isEqualTo(status);
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        }
    }
}
