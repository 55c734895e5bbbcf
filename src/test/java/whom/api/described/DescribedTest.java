package whom.api.described;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** What is said about the API is what there is. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescribedTest {

    private final RunningWhom whom;
    private final World world;
    private final JsonNode document;

    DescribedTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
        try (Visit stranger = Visit.byStranger(whom)) {
            Visit.Answer answer = stranger.get("/api/v1/openapi.json");
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            this.document = JsonMapper.builder().build().readTree(answer.body());
        }
    }

    @Test
    void every_route_of_the_api_stands_in_it_with_a_sentence() {
        List<String> missing = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            told.add(method.getKey().toUpperCase() + " " + path.getKey());
            if (!method.getValue().get("summary").asString().matches("(?s)[A-Z].{5,}\\.")) {
                missing.add(method.getKey() + " " + path.getKey() + " lacks a sentence: annotate its method with @Does");
            }
        }));
        assertThat(missing).isEmpty();
        assertThat(told).isEqualTo(routes());
    }

    @Test
    void it_is_openapi_3_1_and_whole() {
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        Set<String> ids = new HashSet<>();
        List<String> faults = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            JsonNode operation = method.getValue();
            if (!ids.add(operation.get("operationId").asString())) {
                faults.add("twice: " + operation.get("operationId"));
            }
            var inPath = new TreeSet<String>();
            operation.path("parameters").forEach(p -> {
                if (p.get("in").asString().equals("path")) {
                    inPath.add(p.get("name").asString());
                }
            });
            var named = new TreeSet<>(Pattern.compile("\\{(\\w+)}").matcher(path.getKey()).results().map(m -> m.group(1)).toList());
            if (!inPath.equals(named)) {
                faults.add(path.getKey() + " has " + inPath);
            }
        }));
        document.findValuesAsString("$ref").forEach(reference -> {
            if (document.at(reference.substring(1)).isMissingNode()) {
                faults.add("nowhere: " + reference);
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void what_every_endpoint_has_in_common_is_told() {
        JsonNode raise = document.at("/paths/~1api~1v1~1tickets/post");
        assertThat(raise.toString()).contains("Idempotency-Key", "tickets:write", "#/components/schemas/Tickets.Raising", "ETag", "Location", "#/components/responses/Problem");
        assertThat(document.at("/components/schemas/Tickets.Raising/required").toString()).isEqualTo("[\"subject\"]");
        assertThat(document.at("/paths/~1api~1v1~1tickets/get").toString()).contains("\"after\"", "\"limit\"", "\"filter\"", "Link");
        assertThat(document.at("/paths/~1api~1v1~1tickets~1{number}~1stage/put").toString()).contains("If-Match");
        assertThat(document.at("/components/responses/Problem").toString()).contains("application/problem+json");
    }

    @Test
    void the_page_shows_all_of_it_to_everybody() {
        try (Visit stranger = Visit.byStranger(whom); Visit fay = Visit.by(world, whom, World.FAY)) {
            for (Visit visit : List.of(stranger, fay)) {
                Visit.Answer page = visit.get("/docs/api");
                assertThat(page.status()).isEqualTo(200);
                routes().forEach(route -> assertThat(page.body()).contains(route));
                assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe");
                assertThat(visit.get("/docs/api/tickets").body()).contains("POST /api/v1/tickets", "tickets:write", "Tickets.Raising", "subject");
                assertThat(visit.get("/docs/api/nothing").status()).isEqualTo(404);
            }
        }
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        whom.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/") && !path.equals("/api/v1/openapi.json")).forEach(path -> info.getMethodsCondition().getMethods().forEach(method -> routes.add(method + " " + path))));
        return routes;
    }
}
