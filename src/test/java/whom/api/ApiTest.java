package whom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import styleguide.Styleguide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext site;
    private static String base;

    @BeforeAll
    static void serve() {
        site = Styleguide.start(0);
        base = "http://127.0.0.1:" + ((ServletWebServerApplicationContext) site).getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"/api/guide/thrown/refused, 422", "/api/guide/thrown/hidden, 404", "/api/nowhere, 404", "/api/guide/thrown/changed, 409",
        "/api/guide/thrown/forbidden, 403", "/api/guide/thrown/broken, 500", "/api/guide/things/x, 404"})
    void every_failure_is_a_problem(String path, int status) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).startsWith("urn:whom:problem:");
        assertThat(problem.get("title").asString()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void a_browser_that_asks_for_a_page_is_told_a_problem_too() throws Exception {
        var answer = CLIENT.send(HttpRequest.newBuilder(URI.create(base + "/api/nowhere")).header("Accept", "text/html").build(), BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void what_may_not_be_seen_is_to_the_byte_what_does_not_exist() {
        assertThat(get("/api/guide/thrown/hidden").body()).isEqualTo(get("/api/nothing").body()).isEqualTo(get("/api/guide/things/x").body());
    }

    @Test
    void a_refusal_points_at_what_it_is_about() {
        JsonNode error = json(get("/api/guide/list?limit=0")).get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo("#/limit");
        assertThat(error.get("detail").asString()).contains("200");
    }

    @Test
    void a_list_is_read_to_its_end_by_its_links() {
        List<Integer> read = new ArrayList<>();
        String next = "/api/guide/list?limit=3&kind=a%20b";
        int parts = 0;
        while (next != null) {
            var answer = get(next);
            JsonNode slice = json(answer);
            slice.get("items").forEach(item -> read.add(item.asInt()));
            next = slice.get("next").isNull() ? null : slice.get("next").asString();
            assertThat(answer.headers().firstValue("Link").orElse(null)).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
            assertThat(next == null || next.contains("kind=a%20b")).isTrue();
            parts++;
        }
        assertThat(read).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(parts).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=-1", "limit=1e3", "limit=", "limit=99999999999", "after=%25%25"})
    void a_part_that_cannot_be_is_refused(String query) {
        assertThat(get("/api/guide/list?" + query).statusCode()).isEqualTo(422);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private static HttpResponse<String> get(String path) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
