package whom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** A token acts within what was picked for it, whatever its owner may do (P11). Hal is administrator and keeper of facts. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenScopesTest {

    private static final String ENTITLEMENT = "{\"service\":\"network\",\"scope\":\"everybody\",\"from\":\"2026-01-01\"}";

    private final RunningWhom whom;
    private final Tokens tokens;
    private final TestDatabase database;

    TokenScopesTest(RunningWhom whom, Tokens tokens, TestDatabase database) {
        World.in(database);
        this.whom = whom;
        this.tokens = tokens;
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/facts/fundings, facts:read", "GET, /facts/fundings, facts:read", "GET, /api/v1/%66acts/fundings, facts:read", "GET, /api/%761/facts/fundings, facts:read",
            "GET, /api/v1/standings?person=ann&service=network, facts:read",
            "POST, /api/v1/facts/entitlements, facts:write", "POST, /api/v1/people, administration", "POST, /api/v1/units, administration"})
    void an_address_needs_its_scope_and_no_other_serves(String method, String path, String scope) {
        var others = new java.util.HashSet<>(Actor.SCOPES);
        others.remove(scope);
        assertThat(status(method, path, others)).isEqualTo(403);
        assertThat(status(method, path, Set.of(scope))).isNotEqualTo(403);
    }

    @Test
    void a_refused_token_changes_nothing() {
        long before = entitlements();
        status("POST", "/api/v1/facts/entitlements", Set.of("facts:read", "administration"));
        assertThat(entitlements()).isEqualTo(before);
        assertThat(status("POST", "/api/v1/facts/entitlements", Set.of("facts:write"))).isEqualTo(201);
        assertThat(entitlements()).isEqualTo(before + 1);
    }

    @Test
    void no_token_makes_tokens_or_changes_the_password() {
        assertThat(status("POST", "/account/tokens", Actor.SCOPES)).isEqualTo(403);
        assertThat(status("POST", "/account/password", Actor.SCOPES)).isEqualTo(403);
        assertThat(status("GET", "/account", Actor.SCOPES)).isEqualTo(403);
    }

    private long entitlements() {
        return database.asOwner().sql("select count(*) from standings.entitlement").query(Long.class).single();
    }

    private int status(String method, String path, Set<String> scopes) {
        String token = Actor.as(new Actor.Account(World.HAL), () -> tokens.make("test", scopes, Duration.ofHours(1)).shown());
        try (var client = HttpClient.newHttpClient()) {
            boolean page = !path.startsWith("/api/");
            var request = HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Authorization", "Bearer " + token)
                    .header("Content-Type", page ? "application/x-www-form-urlencoded" : "application/json")
                    .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(page ? "x=1" : ENTITLEMENT));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
