package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.FAY;
import static whom.World.HAL;
import static whom.World.KIM;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockHttpServletRequest;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.NotAllowed;
import whom.access.Sessions;
import whom.access.Viewer;
import whom.calendars.Calendars;
import whom.database.TestDatabase;
import whom.kernel.Refused;
import whom.people.Written;
import whom.tickets.filter.BadFilter;
import whom.tickets.filter.Filter;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Words;

/** Agreements as they are made and read; and that nobody gets a rule in that tells people apart (E1). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementsTest {

    private final RunningWhom whom;
    private final World world;
    private final Agreements agreements;
    private final Calendars calendars;
    private final Sessions sessions;
    private final String tomorrow = LocalDate.now().plusDays(1).toString();

    AgreementsTest(RunningWhom whom, TestDatabase database, Agreements agreements, Calendars calendars, Sessions sessions) {
        this.calendars = calendars;
        this.whom = whom;
        this.world = World.in(database);
        this.agreements = agreements;
        this.sessions = sessions;
    }

    @Test
    void an_agreement_is_made_planned_and_can_be_changed_until_it_counts() {
        String key = as(HAL, () -> agreements.add(said("en", "Wireless", "service", "wifi")));
        assertThat(as(FAY, () -> agreements.required(key, "en")).signed()).isFalse();
        as(HAL, () -> { agreements.plan(key, planned(tomorrow)); return null; });
        AgreementVersion first = versions(key).getFirst();
        as(HAL, () -> { agreements.addTarget(key, first.key(), said("clock", "solution", "amount", "8", "unit", "hours", "hours", "provider")); return null; });
        as(HAL, () -> { agreements.addTarget(key, first.key(), said("clock", "solution", "amount", "2", "unit", "day_ends", "hours", "served", "priority", "5", "kind", "complaint")); return null; });
        as(HAL, () -> { agreements.addLevel(key, first.key(), said("minutes", "30", "when", "before", "whom", "on_duty")); return null; });
        refused("clock", () -> { agreements.addTarget(key, first.key(), said("clock", "solution", "amount", "9", "unit", "hours", "hours", "provider")); return null; });
        refused("minutes", () -> { agreements.addLevel(key, first.key(), said("minutes", "30", "when", "before", "whom", "on_duty")); return null; });
        // later terms begin as a copy, and are their own
        as(HAL, () -> { agreements.plan(key, planned(LocalDate.now().plusDays(40).toString())); return null; });
        AgreementVersion second = versions(key).getFirst();
        assertThat(second.targets()).hasSize(2);
        assertThat(second.levels()).hasSize(1);
        as(HAL, () -> { agreements.dropTarget(key, second.key(), second.targets().getFirst().key()); return null; });
        assertThat(versions(key)).extracting(v -> v.targets().size()).containsExactly(1, 2);
        as(HAL, () -> { agreements.drop(key, second.key()); return null; });
        world.makes("update agreements.version set valid_from = current_date where key = '" + first.key() + "'");
        refused("", () -> { agreements.addTarget(key, first.key(), said("clock", "next_response", "amount", "8", "unit", "hours", "hours", "provider")); return null; });
        refused("", () -> { agreements.dropTarget(key, first.key(), versions(key).getFirst().targets().getFirst().key()); return null; });
        refused("", () -> { agreements.drop(key, first.key()); return null; });
        refused("from", () -> { agreements.plan(key, planned(LocalDate.now().toString())); return null; });
        refused("service", () -> agreements.add(said("en", "Wireless again", "service", "wifi")));
    }

    @Test
    void no_target_names_a_payer_a_rank_or_a_person() {
        String key = as(HAL, () -> agreements.add(said("en", "Lobby", "service", "lobby")));
        as(HAL, () -> { agreements.plan(key, planned(tomorrow)); return null; });
        String version = versions(key).getFirst().key();
        for (String field : List.of("payer", "funding", "cost_centre", "rank", "vip", "title", "seniority", "standing", "customer", "person", "served", "for", "unit_key", "site", "assignee", "anything")) {
            refused(field, () -> { agreements.addTarget(key, version, said("clock", "solution", "amount", "1", "unit", "hours", "hours", "provider", field, "ann")); return null; });
            refused(field, () -> agreements.add(said("en", "Sneaked in", "service", "care", field, "ann")));
        }
        // a function only as a published exception
        refused("function", () -> { agreements.addTarget(key, version, said("clock", "solution", "amount", "1", "unit", "hours", "hours", "provider", "function", "Chief")); return null; });
        assertThat(world.asks(HAL, "select agreements.add_target((select id from agreements.version where key = ?), 'solution', 60, null, false, 'provider', null, null, null, 'Chief')", version)).isEqualTo("f");
        assertThat(versions(key).getFirst().targets()).isEmpty();
    }

    @Test
    void an_exception_names_a_function_reason_grantor_and_end_and_stands_on_the_services_page() throws Exception {
        String key = as(HAL, () -> agreements.add(said("en", "Payroll", "service", "payroll")));
        refused("reason", () -> { agreements.publish(key, said("function", "Pay run", "unit", "finance", "grantor", "Dan Draper", "from", tomorrow, "until", tomorrow)); return null; });
        refused("grantor", () -> { agreements.publish(key, said("function", "Pay run", "unit", "finance", "reason", "Wages", "from", tomorrow, "until", tomorrow)); return null; });
        refused("until", () -> { agreements.publish(key, said("function", "Pay run", "unit", "finance", "reason", "Wages", "grantor", "Dan Draper", "from", tomorrow, "until", LocalDate.now().plusYears(2).toString())); return null; });
        refused("from", () -> { agreements.publish(key, said("function", "Pay run", "unit", "finance", "reason", "Wages", "grantor", "Dan Draper", "from", LocalDate.now().toString(), "until", tomorrow)); return null; });
        as(HAL, () -> { agreements.publish(key, said("function", "Pay run", "unit", "finance", "reason", "Wages are due tonight", "grantor", "Dan Draper", "from", tomorrow, "until", LocalDate.now().plusDays(90).toString())); return null; });
        as(HAL, () -> { agreements.plan(key, planned(tomorrow)); return null; });
        as(HAL, () -> { agreements.addTarget(key, versions(key).getFirst().key(), said("clock", "solution", "amount", "1", "unit", "hours", "hours", "provider", "function", "Pay run")); return null; });
        for (long person : new long[] {ANN, KIM, FAY}) {
            assertThat(get(person, "/services/payroll").body()).contains("Pay run", "Wages are due tonight", "Dan Draper", "Finance");
        }
        assertThat(get(ANN, "/services/lunch").body()).doesNotContain("Pay run");
    }

    @Test
    void neither_filter_nor_import_nor_json_gets_a_rule_in() throws Exception {
        for (String filter : List.of("payer:ann", "vip:yes", "rank:1", "cost_centre:4100", "standing:sponsor")) {
            assertThatThrownBy(() -> Filter.read(filter)).as(filter).isInstanceOf(BadFilter.class);
        }
        // an agreement for a single person, however it came in, carries no terms
        world.makes("insert into standings.agreement (key, service_id, signatory_id, scope, scope_person_id, valid_from) values ('a-dan', 23, 104, 'person', 104, '2020-01-01')");
        assertThat(world.knows("select agreements.terms_of('a-dan', current_date) is null")).isEqualTo("t");
        assertThat(as(FAY, () -> agreements.unpromised("en"))).extracting(Agreements.Unpromised::serviceKey).doesNotContain("lunch");
        refused("unit", () -> agreements.add(said("en", "For Dan", "service", "lunch", "unit", "dan")));
        String key = as(HAL, () -> agreements.add(said("en", "Lobby for Finance", "service", "lobby", "unit", "finance")));
        as(HAL, () -> { agreements.plan(key, planned(tomorrow)); return null; });
        String path = "/api/v1/agreements/" + key + "/versions/" + versions(key).getFirst().key() + "/targets";
        HttpResponse<String> answer = post(HAL, path, "{\"clock\": \"solution\", \"amount\": \"1\", \"unit\": \"hours\", \"hours\": \"provider\", \"vip\": \"yes\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("vip");
        assertThat(post(HAL, path, "{\"clock\": \"solution\", \"amount\": \"1\", \"unit\": \"hours\", \"hours\": \"provider\"}").statusCode()).isEqualTo(200);
        assertThat(versions(key).getFirst().targets()).hasSize(1);
    }

    @Test
    void only_administrators_change_them_and_only_those_inside_read_them() throws Exception {
        for (long person : new long[] {ANN, FAY, KIM}) {
            assertThatThrownBy(() -> as(person, () -> agreements.add(said("en", "X", "service", "wifi")))).isInstanceOf(NotAllowed.class);
        }
        assertThat(get(FAY, "/agreements").statusCode()).isEqualTo(200);
        assertThat(get(ANN, "/agreements").statusCode()).isEqualTo(403);
        assertThat(get(ANN, "/api/v1/agreements").statusCode()).isEqualTo(403);
        assertThat(get(ANN, "/warnings").statusCode()).isEqualTo(200);
        assertThat(get(FAY, "/agreements/nowhere").statusCode()).isEqualTo(404);
        assertThat(get(FAY, "/agreements/nowhere/months/2026-13").statusCode()).isEqualTo(404);
        String key = as(HAL, () -> agreements.add(said("en", "To look at", "service", "network", "unit", "finance")));
        as(HAL, () -> { agreements.plan(key, planned(tomorrow)); return null; });
        as(HAL, () -> { agreements.addTarget(key, versions(key).getFirst().key(), said("clock", "regular_update", "amount", "90", "unit", "minutes", "hours", "served", "kind", "request")); return null; });
        assertThat(get(HAL, "/agreements/" + key).body()).contains("1 h 30 min", "Finance", "name=\"amount\"", "Office hours");
        assertThat(get(FAY, "/agreements/" + key).body()).contains("1 h 30 min").doesNotContain("name=\"amount\"");
        assertThat(get(FAY, "/agreements/" + key + "/months/2026-05").body()).contains("Nothing was missed.");
    }

    @Test
    void another_measure_has_room_beside_time_in_what_is_promised_and_in_how_it_was_kept() {
        String key = as(HAL, () -> agreements.add(said("en", "Lunch for Finance", "service", "lunch", "unit", "finance")));
        as(HAL, () -> { agreements.plan(key, planned(tomorrow)); return null; });
        var satisfaction = new AgreementPanel() {
            @Override
            public int order() {
                return 20;
            }

            @Override
            public Optional<Content> on(Agreement agreement, Words words) {
                return Optional.of(output -> output.writeContent("Eight of ten were content."));
            }

            @Override
            public Optional<Content> promised(AgreementVersion version, Words words) {
                return Optional.of(output -> output.writeContent("Nine of ten shall be content from " + version.from()));
            }
        };
        var request = new MockHttpServletRequest();
        request.setAttribute("whom.viewer", new Viewer(FAY, "fay", true, "Fay", "en", "Europe/Berlin", null, null, true, true, true, Set.of(), Set.of(), 1));
        var page = (AgreementPages.One) as(FAY, () -> new AgreementsController(agreements, calendars, List.of(satisfaction)).one(key, request, Vocabularies.shipped("partners").words(Locale.ENGLISH, Audience.INSIDE))).getModel().get("page");
        assertThat(page.kept()).extracting(AgreementsTest::written).containsExactly("Eight of ten were content.");
        assertThat(page.promised(page.versions().getFirst())).extracting(AgreementsTest::written).containsExactly("Nine of ten shall be content from " + tomorrow);
    }

    private static String written(Content content) {
        var output = new StringOutput();
        content.writeTo(output);
        return output.toString();
    }

    private List<AgreementVersion> versions(String key) {
        return as(FAY, () -> agreements.versions(agreements.required(key, "en"), "en"));
    }

    private static Written planned(String from) {
        return said("from", from, "calendar", "office", "waiting", "own", "answers", "first_unanswered", "changes", "at_creation");
    }

    private HttpResponse<String> get(long person, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Cookie", "whom=" + sessions.start(person, "test").shown()).header("Accept-Language", "en").build());
    }

    private HttpResponse<String> post(long person, String path, String json) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Authorization", "Bearer " + world.token(person, "administration", "facts:read", "facts:write", "tickets:write", "conversations:read"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static <T> T as(long person, Callable<T> work) {
        return World.acting(person, work);
    }

    private static Written said(String... pairs) {
        var texts = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return new Written(Map.copyOf(texts));
    }

    private static void refused(String field, Callable<?> work) {
        assertThatThrownBy(() -> as(HAL, work)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
