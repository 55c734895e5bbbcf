package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import styleguide.Styleguide;

/** What is answered over HTTP, without a browser. */
class AnswersTest {

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
    @ValueSource(strings = {"/styleguide/empty", "/nowhere", "/styleguide/broken", "/styleguide/thrown/refused", "/assets/old/whom.css"})
    void every_answer_carries_the_security_headers(String path) {
        var headers = get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
                assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
    }

    @ParameterizedTest
    @CsvSource({"refused, 422", "hidden, 404", "changed, 409", "forbidden, 403", "number, 400", "broken, 500"})
    void each_refusal_has_its_status(String kind, int status) {
        assertThat(get("/styleguide/thrown/" + kind + (kind.equals("number") ? "?n=x" : "")).statusCode()).isEqualTo(status);
    }

    @Test
    void what_may_not_be_seen_is_to_the_byte_what_does_not_exist() {
        var hidden = get("/styleguide/thrown/hidden");
        for (String missing : new String[] {"/styleguide/thrown/nothing/of/the/kind", "/styleguide/thing/no-number"}) {
            var absent = get(missing);
            assertThat(absent.statusCode()).isEqualTo(hidden.statusCode());
            assertThat(absent.body()).isEqualTo(hidden.body());
            assertThat(names(absent)).isEqualTo(names(hidden));
        }
        assertThat(get("/styleguide/thrown/hidden").body()).isEqualTo(hidden.body());
    }

    @Test
    void a_fault_of_ours_tells_a_reference_and_nothing_else() {
        assertThat(get("/styleguide/thrown/broken").body()).containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}").doesNotContain("secret", "Exception");
    }

    @Test
    void a_wrong_method_is_said_to_be_one() {
        assertThat(post("/styleguide/components", "", null).statusCode()).isEqualTo(405);
    }

    @Test
    void a_refused_form_comes_back_on_its_page_with_what_was_typed() {
        var answer = post("/styleguide/thing/1/renaming", "name=Too+%3Clong%3E&who=some", base + "/styleguide/components?tab=2");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<title>Error: Components", "href=\"#name\"", "value=\"Too &lt;long", "value=\"some\" type=\"radio\" checked");
        assertThat(answer.body()).doesNotContain("value=\"all\" type=\"radio\" checked");
    }

    @Test
    void a_form_that_came_too_late_comes_back_as_well() {
        var answer = post("/styleguide/thing/1/late", "name=Mine", base + "/styleguide/components");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("value=\"Mine\"", "while you worked on it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example/styleguide/components", "not an address", "file:///etc/passwd"})
    void a_refused_form_from_elsewhere_gets_a_page_of_its_own(String referer) {
        var answer = post("/styleguide/thing/1/renaming", "name=x", referer);
        assertThat(answer.statusCode()).isIn(422, 405, 404);
        assertThat(answer.body()).doesNotContain("<title>Error: Components");
    }

    @Test
    void assets_may_be_kept_for_ever_under_their_build_and_not_at_all_under_another() {
        String page = get("/styleguide/empty").body();
        String style = page.replaceAll("(?s).*href=\"(/assets/[^\"]+/whom.css)\".*", "$1");
        var current = get(style);
        assertThat(current.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(current.headers().firstValue("Content-Type")).hasValue("text/css;charset=utf-8");
        assertThat(get("/assets/older/whom.css").body()).isEqualTo(current.body());
        assertThat(get("/assets/older/none.css").statusCode()).isEqualTo(404);
        assertThat(get("/assets/older/..%2f..%2fapplication.properties").statusCode()).isIn(400, 404);
    }

    @Test
    void assets_are_sent_packed_to_whoever_unpacks() throws Exception {
        var packed = CLIENT.send(HttpRequest.newBuilder(URI.create(base + "/assets/x/htmx.js")).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(18_000);
        assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    }

    @Test
    void the_page_speaks_the_readers_language() throws Exception {
        var german = CLIENT.send(HttpRequest.newBuilder(URI.create(base + "/nowhere")).header("Accept-Language", "de-AT").build(), BodyHandlers.ofString());
        assertThat(german.body()).contains("lang=\"de-AT\"", "Diese Seite gibt es hier nicht");
        var french = CLIENT.send(HttpRequest.newBuilder(URI.create(base + "/nowhere")).header("Accept-Language", "fr").build(), BodyHandlers.ofString());
        assertThat(french.body()).contains("lang=\"en\"", "This page is not here");
        assertThat(french.headers().firstValue("Content-Language")).hasValue("en");
    }

    private static java.util.Set<String> names(HttpResponse<?> answer) {
        return answer.headers().map().keySet();
    }

    private static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    private static HttpResponse<String> post(String path, String form, String referer) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        return send(referer == null ? request : request.header("Referer", referer));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
