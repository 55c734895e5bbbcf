package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import whom.RunningWhom;
import whom.WithApplication;
import whom.access.Actor;
import whom.access.Tokens;
import whom.database.TestDatabase;
import whom.imports.OrganisationImport;
import whom.standings.files.Answers;
import whom.standings.files.OrganisationFile;
import whom.standings.files.QuestionsFile;

/** The shared cases, loaded and then asked over HTTP, by a keeper of facts who may read every ticket: as from the files. */
@WithApplication
class StandingsApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningWhom whom;
    private final TestDatabase database;
    private final Tokens tokens;

    StandingsApiTest(RunningWhom whom, TestDatabase database, Tokens tokens) {
        this.whom = whom;
        this.database = database;
        this.tokens = tokens;
    }

    @TestFactory
    Stream<DynamicTest> every_shared_case_is_answered_by_the_database_as_from_its_file(@TempDir Path folder) throws Exception {
        return SharedCasesTest.cases().stream().map(given -> DynamicTest.dynamicTest(given.getFileName().toString(), () -> check(given, folder)));
    }

    private void check(Path given, Path folder) throws Exception {
        Path file = given.resolve("organisation.json");
        database.asOwner().sql("truncate access.account, people.unit, people.team, services.service, conversations.conversation, access.reader_key cascade").update();
        try (var owner = database.connectAsOwner()) {
            new OrganisationImport(owner, ZoneId.systemDefault()).load(file);
        }
        var facts = new Organisation(OrganisationFile.read(asTheRulesOfReadingAllow(file, folder)));
        List<Question> questions = QuestionsFile.read(given.resolve("queries.json"), facts);
        String token = keeper(facts.people().iterator().next());
        var expected = new Answers(new Resolver(facts));
        try (var client = HttpClient.newHttpClient()) {
            for (Question question : questions) {
                var answer = client.send(HttpRequest.newBuilder(URI.create(whom.address() + "/api/v1/standings" + address(question))).header("Authorization", "Bearer " + token).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as("%s: %s", question, answer.body()).isEqualTo(200);
                assertThat(JSON.readTree(answer.body())).as("%s", question).isEqualTo(expected.to(question));
                if (question instanceof Question.Whom q && q.standing() == Standing.USER) {
                    assertThat(byPages(client, q, token)).as("by pages: %s", question).isEqualTo(expected.to(question));
                }
            }
        }
    }

    /** The users, three at a time. */
    private JsonNode byPages(HttpClient client, Question.Whom question, String token) throws Exception {
        var all = JSON.createArrayNode();
        String next = "/api/v1/standings/whom?standing=user&limit=3&service=" + in(question.service()) + "&at=" + question.at();
        while (next != null) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(next.startsWith("http") ? next : whom.address() + next)).header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s: %s", next, answer.body()).isEqualTo(200);
            JsonNode page = JSON.readTree(answer.body());
            page.get("items").forEach(all::add);
            next = page.get("next").isNull() ? null : page.get("next").stringValue();
        }
        return all;
    }

    /** Letting in lasts 90 days and a broken seal 24 hours, whatever the file says (P3, P4). */
    private static Path asTheRulesOfReadingAllow(Path file, Path folder) throws Exception {
        JsonNode json = JSON.readTree(file);
        shorten(json.path("letIns"), 90);
        shorten(json.path("sealBreaks"), 1);
        return Files.writeString(folder.resolve("shortened.json"), JSON.writeValueAsString(json));
    }

    private static void shorten(JsonNode facts, int days) {
        facts.forEach(fact -> {
            LocalDate last = LocalDate.parse(fact.get("from").stringValue()).plusDays(days);
            if (!fact.hasNonNull("to") || LocalDate.parse(fact.get("to").stringValue()).isAfter(last)) {
                ((ObjectNode) fact).put("to", last.toString());
            }
        });
    }

    private String keeper(String person) {
        var owner = database.asOwner();
        long id = owner.sql("select id from people.person where key = ?").param(person).query(Long.class).single();
        owner.sql("insert into access.role_grant (account_id, role) values (?, 'keeper_of_facts')").param(id).update();
        owner.sql("insert into access.reader_key (account_id, key) values (?, -9999) on conflict do nothing").param(id).update();
        owner.sql("insert into conversations.reader (conversation_id, key, \"right\", agents) select id, -9999, 'team', true from conversations.conversation c where not exists (select from conversations.reader r where r.conversation_id = c.id and r.key = -9999)").update();
        return Actor.as(new Actor.Account(id), () -> tokens.make("test", Set.of("facts:read", "conversations:read"), Duration.ofDays(1))).shown();
    }

    private static String address(Question question) {
        return switch (question) {
            case Question.Who q -> "?person=" + in(q.person()) + "&service=" + in(q.service()) + "&at=" + q.at();
            case Question.Whom q -> "/whom?standing=" + q.standing().key() + "&service=" + in(q.service()) + "&at=" + q.at();
            case Question.Pays q -> "/pays?person=" + in(q.person()) + "&service=" + in(q.service()) + "&at=" + q.at();
            case Question.AgreementOf q -> "/agreement?person=" + in(q.person()) + "&service=" + in(q.service()) + "&at=" + q.at();
            case Question.ChainOf q -> "/chain?person=" + in(q.person()) + "&service=" + in(q.service()) + "&at=" + q.at();
            case Question.ReadersOf q -> "/readers?ticket=" + in(q.ticket()) + "&at=" + q.at();
        };
    }

    private static String in(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
