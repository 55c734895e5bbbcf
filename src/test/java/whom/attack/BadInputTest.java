package whom.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.database.TestDatabase;

/**
 * Every form and every endpoint, from the table of routes, is sent what no sane program sends (docs/bad-input.md). Never a 500, never
 * a word of how Whom is built, never a script that runs, and never half a change.
 */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    /** Classes of Java by name; an agreement has published exceptions, which are something else. */
    private static final Pattern THROWN = Pattern.compile("\\.[A-Z][A-Za-z]{1,60}Exception\\b|(?:State|Argument|Pointer|Access|SQL|IO|Conversion|Binding|Bounds|Format|Parse)Exception\\b");
    private static final Pattern AT = Pattern.compile("\\bat (whom|java|org)\\.");
    private static final List<String> WORDS_OF_THE_INSIDE = List.of("springframework", "psqlexception", "sqlstate", "duplicate key", "violates", "relation \"");
    /** They end what the test itself needs, or are tried elsewhere. */
    private static final Set<String> APART = Set.of("/sign-out", "/account/password", "/people/{key}/erasure", "/api/v1/people/{key}/erasure", "/accounts/{key}/closure");
    private record Route(String method, String pattern, String path, List<String> fields, boolean json) {}

    /** @param form the bytes of a value in a form, percent-encoded; {@code json}: the value in JSON */
    record Bad(String name, String form, String json) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> bads() {
        return Stream.of(new Bad("over-long", "a".repeat(120_000), "\"" + "a".repeat(120_000) + "\""), new Bad("empty", "", "\"\""), new Bad("blank", "%20%09", "\" \\t\""), new Bad("wrong type", "-1e999", "[{\"x\": 1e999}]"),
                new Bad("null", "null", "null"), new Bad("huge number", "99999999999999999999", "99999999999999999999"), new Bad("NUL", "a%00b", "\"a\\u0000b\""), new Bad("broken UTF-8", "%FF%FE%C0%80", "\"\u00ff\""),
                new Bad("half a character", "%ED%A0%80", "\"\\ud800\""), new Bad("script", encoded(SCRIPT), "\"" + SCRIPT.replace("\"", "\\\"") + "\""), new Bad("SQL", encoded("' or 1=1; drop table x; --"), "\"' or 1=1; drop table x; --\""),
                new Bad("pattern", encoded("%_\\(*[$1}{0}{user"), "\"%_\\\\(*[$1}{0}{user\""), new Bad("path", encoded("../../etc/passwd"), "\"../../etc/passwd\""), new Bad("other days", "99999-99-99", "\"99999-99-99\""),
                new Bad("far day", "9999-12-31", "\"9999-12-31\""), new Bad("control characters", "%01%1B%7F%E2%80%AE", "\"\\u0001\\u001b\\u202e\""));
    }

    private final RunningWhom whom;
    private final World world;
    private final List<Route> routes = new ArrayList<>();
    private final String token;
    private final Connection owner;

    BadInputTest(RunningWhom whom, TestDatabase database) throws SQLException {
        this.whom = whom;
        this.owner = database.connectAsOwner();
        this.world = World.in(database);
        world.knows("select setval(pg_get_serial_sequence('people.team', 'id'), 1000), setval(pg_get_serial_sequence('people.unit', 'id'), 1000), setval(pg_get_serial_sequence('services.service', 'id'), 1000)");
        // somebody who may do as much as anybody can, so that input gets as far as it can
        world.makes("insert into people.team_member (team_id, person_id, since, recorded_at) values (12, 108, now() - interval '1 year', now() - interval '1 year')");
        world.makes("insert into access.role_grant (account_id, role) values (108, 'seal_keeper'), (108, 'data_protection')");
        this.token = world.token(World.HAL, Actor.SCOPES.toArray(String[]::new));
    }

    @BeforeAll
    void read() {
        long ticket = world.raised(World.HAL, World.HAL, World.NETWORK, "A ticket", "With words");
        Map<String, String> samples = new LinkedHashMap<>(Map.of("number", world.number(ticket), "kind", "memberships", "key", "network", "step", "organisation", "person", "ann", "service", "network", "standing", "user"));
        samples.put("message", world.knows("select public_id from conversations.message limit 1"));
        samples.put("asking", world.knows("insert into portal.asking (account_id, text) values (108, 'words') returning id"));
        whom.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> info.getPatternValues().forEach(pattern ->
                info.getMethodsCondition().getMethods().forEach(method -> {
                    boolean raw = info.getConsumesCondition().getConsumableMediaTypes().stream().anyMatch(type -> type.toString().equals("message/rfc822"));
                    if (!APART.contains(pattern) && !pattern.endsWith("/end") && !raw) {
                        var route = new Routes.Route(method.name(), pattern, handler);
                        routes.add(new Route(method.name(), pattern, route.path(samples), Fields.of(handler), Fields.asJson(handler)));
                    }
                })));
    }

    @AfterAll
    void close() throws SQLException {
        owner.close();
    }

    @ParameterizedTest
    @MethodSource("bads")
    void every_form_and_endpoint_refuses_or_takes_it_whole(Bad bad) {
        List<String> faults = new ArrayList<>();
        for (Route route : routes) {
            String fields = route.fields.stream().map(f -> f + "=" + bad.form).collect(Collectors.joining("&"));
            boolean reads = route.method.equals("GET") || route.method.equals("DELETE");
            if (reads && fields.length() < 12_000) {
                look(route.method, route.path + "?" + fields, "", "", route, bad, faults);
            } else if (route.json) {
                String body = route.fields.stream().map(f -> "\"" + f + "\": " + bad.json).collect(Collectors.joining(", ", "{", "}"));
                byte[] bytes = bad.name.equals("broken UTF-8") ? body.getBytes(StandardCharsets.ISO_8859_1) : body.getBytes(StandardCharsets.UTF_8);
                look(route.method, route.path, bytes, "application/json", route, bad, faults);
            } else if (!reads) {
                String shortened = fields.length() < 1_500_000 ? fields : fields.substring(0, 1_500_000);
                look(route.method, route.path, shortened, "application/x-www-form-urlencoded", route, bad, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    static Stream<Bad> namesOfNothing() {
        return bads().filter(bad -> Set.of("over-long", "huge number", "NUL", "broken UTF-8", "script", "path", "control characters").contains(bad.name));
    }

    @ParameterizedTest
    @MethodSource("namesOfNothing")
    void every_variable_of_an_address_that_cannot_be_names_nothing(Bad bad) {
        List<String> faults = new ArrayList<>();
        String value = bad.form.substring(0, Math.min(2_000, bad.form.length())) + "-nobody";
        for (Route route : routes) {
            if (route.pattern.contains("{")) {
                String path = Routes.path(route.pattern, Map.of()).replace("missing", value);
                Answer answer = look(route.method, path, route.json ? "{}" : "", route.json ? "application/json" : "application/x-www-form-urlencoded", route, bad, faults);
                if (answer.status < 300 && !route.pattern.contains("{*") && !route.pattern.contains("{secret}")) {
                    faults.add(route.method + " " + route.pattern + " takes " + bad + ": " + answer.status);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_no_json_and_what_is_too_deep_or_of_another_kind_is_refused() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes) {
            if (route.json) {
                for (String body : List.of("", "{", "null", "[]", "\"x\"", "1", "{\"a\":1,\"a\":2}", "[".repeat(10_000) + "]".repeat(10_000), "{\"text\":".repeat(10_000) + "1" + "}".repeat(10_000), "\ufeff{}", "<xml/>")) {
                    look(route.method, route.path, body, "application/json", route, new Bad(body.length() > 50 ? "deep" : body, "", ""), faults);
                }
                for (String type : List.of("text/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-7", "nonsense")) {
                    Answer answer = look(route.method, route.path, "a=b", type, route, new Bad(type, "", ""), faults);
                    if (answer.status < 400) {
                        faults.add(route.pattern + " takes " + type);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_form_that_is_no_form_is_refused() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes) {
            if (!route.json && !route.method.equals("GET")) {
                String twice = route.fields.stream().map(f -> f + "=1&" + f + "=2").collect(Collectors.joining("&"));
                look(route.method, route.path, twice, "application/x-www-form-urlencoded", route, new Bad("each twice", "", ""), faults);
                look(route.method, route.path, "a=%", "application/x-www-form-urlencoded", route, new Bad("cut off", "", ""), faults);
                look(route.method, route.path, "no part", "multipart/form-data; boundary=x", route, new Bad("no part", "", ""), faults);
                look(route.method, route.path, "{}", "application/json", route, new Bad("JSON", "", ""), faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_body_that_is_too_big_is_refused_before_it_is_understood() {
        List<String> faults = new ArrayList<>();
        Bad big = new Bad("40 MB", "", "");
        for (String path : List.of("/api/v1/tickets", "/api/v1/people", "/api/v1/facts/memberships")) {
            Route route = new Route("POST", path, path, List.of(), true);
            Answer answer = look("POST", path, "{\"subject\": \"" + "a".repeat(40_000_000) + "\"}", "application/json", route, big, faults);
            assertThat(answer.status).as(path).isEqualTo(413);
        }
        Answer form = look("POST", "/tickets", "text=" + "a".repeat(3_000_000), "application/x-www-form-urlencoded", new Route("POST", "/tickets", "/tickets", List.of(), false), big, faults);
        assertThat(form.status).isBetween(400, 422);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_header_that_means_nothing_breaks_nothing(String name, String value) {
        List<String> faults = new ArrayList<>();
        for (String path : List.of("/", "/tickets", "/api/v1/tickets", "/api/v1/openapi.json", "/account", "/nowhere", "/sign-in", "/assets/x/whom.css")) {
            Answer answer = send(request("GET", path, new byte[0], "").setHeader(name, value));
            if (answer.status >= 500 || tellsOfTheInside(answer.body)) {
                faults.add(path + ": " + answer.status);
            }
        }
        assertThat(faults).isEmpty();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> headers() {
        return Stream.of("Authorization|Bearer x", "Authorization|Basic eA==", "Authorization|Bearer " + "x".repeat(5_000), "Cookie|whom=" + "x".repeat(3_000), "Cookie|whom=a%00b; whom_look=\u00fc", "Accept|image/png", "Accept|;;;", "Accept-Language|" + "x".repeat(500),
                "Accept-Language|*;q=x", "If-None-Match|rubbish", "If-Modified-Since|yesterday", "Range|bytes=5-1,-9", "Origin|null", "Referer|http://[", "HX-Target|main", "HX-Request|<x>", "Idempotency-Key|\u0001", "X-Forwarded-For|' or 1=1").map(line -> line.split("\\|", 2))
                .filter(parts -> parts[1].chars().allMatch(c -> c >= 32 && c < 127)).map(parts -> org.junit.jupiter.params.provider.Arguments.of(parts[0], parts[1]));
    }

    private Answer look(String method, String path, String body, String type, Route route, Bad bad, List<String> faults) {
        return look(method, path, body.getBytes(StandardCharsets.UTF_8), type, route, bad, faults);
    }

    private Answer look(String method, String path, byte[] body, String type, Route route, Bad bad, List<String> faults) {
        long before = events();
        Answer answer = send(request(method, path, body, type));
        String what = method + " " + route.pattern + " with " + bad + ": ";
        if (answer.status >= 500) {
            faults.add(what + answer.status);
        }
        if (answer.status >= 400 && events() != before) {
            faults.add(what + answer.status + ", and something was changed");
        }
        if (tellsOfTheInside(answer.body)) {
            faults.add(what + "tells how it is built");
        }
        if (answer.html && answer.body.contains("<script>alert")) {
            faults.add(what + "a script would run");
        }
        return answer;
    }

    /** The dear patterns only where their words are: there are thousands of pages to read. */
    private static boolean tellsOfTheInside(String body) {
        String small = body.toLowerCase(Locale.ROOT);
        return body.contains("Exception") && THROWN.matcher(body).find() || small.contains("at ") && AT.matcher(small).find() || WORDS_OF_THE_INSIDE.stream().anyMatch(small::contains);
    }

    /** The last: every change writes one, and counting them all takes longer with each. */
    private long events() {
        try (var rows = owner.createStatement().executeQuery("select max(id) from log.event")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String method, String path, byte[] body, String type) {
        var request = HttpRequest.newBuilder(URI.create(whom.address() + path)).timeout(Duration.ofSeconds(90)).header("Authorization", "Bearer " + token)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return type.isEmpty() ? request : request.header("Content-Type", type);
    }

    private record Answer(int status, String body, boolean html) {}

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        } catch (java.io.IOException e) {
            return new Answer(413, "", false); // hung up on somebody who sent too much
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
