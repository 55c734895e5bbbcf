package whom.mail;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whom.access.Actor;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * Tokens with which the mail servers of Microsoft, Google and others let us in (OAuth 2, XOAUTH2): fetched where they are given out, used until
 * shortly before their end. With a refresh token we come as a mailbox's owner who agreed once; without one as an application of its own (client credentials).
 */
@Component
public class MailTokens {

    private static final Duration WAIT = Duration.ofSeconds(15);
    private static final Duration EARLIER = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Rows rows;
    private final TransactionTemplate apart;
    private final Map<Registration, Token> kept = new ConcurrentHashMap<>();

    MailTokens(Rows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Registration(String endpoint, String client, String secret, String scope, String refresh, String authority) {

        Registration with(String next) {
            return new Registration(endpoint, client, secret, scope, next, authority);
        }
    }

    /** @param next the refresh token that follows the one it was fetched with */
    private record Token(String text, Instant until, String next) {}

    /** None was given out. The message says why as the server named it, and no secret. */
    public static final class NoToken extends IOException {
        private static final long serialVersionUID = 1L;

        NoToken(String message) {
            super(message);
        }
    }

    /** Tells Jakarta Mail to sign in with a token. @param prefix such as {@code mail.imaps.} */
    public static void into(Properties properties, String prefix) {
        properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        properties.setProperty(prefix + "auth.login.disable", "true");
        properties.setProperty(prefix + "auth.plain.disable", "true");
        if (prefix.startsWith("mail.pop3")) {
            properties.setProperty(prefix + "auth.xoauth2.two.line.authentication.format", "true"); // as Microsoft wants it, and RFC 5034 allows
        }
    }

    /** @param refresh what is kept in place of a password; "" for client credentials */
    public String token(Post post, String refresh) throws NoToken {
        var wanted = new Registration(post.text("oauth_endpoint"), post.text("oauth_client"), post.text("oauth_secret"), post.text("oauth_scope"), refresh, post.text("authority"));
        Token have = kept.get(wanted);
        if (have == null || Instant.now().isAfter(have.until)) {
            have = fetched(wanted);
            kept.keySet().removeIf(each -> kept.size() > 1_000);
            kept.put(wanted.with(have.next), have);
        }
        return have.text;
    }

    /** It was not believed: the next one is fetched anew. */
    public void forget(String token) {
        kept.values().removeIf(each -> each.text.equals(token));
    }

    private Token fetched(Registration wanted) throws NoToken {
        HttpResponse<java.io.InputStream> answer;
        JsonNode said;
        try (HttpClient client = client(wanted)) {
            var request = HttpRequest.newBuilder(URI.create(wanted.endpoint)).timeout(WAIT).header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json")
                    .POST(BodyPublishers.ofString(form(wanted))).build();
            answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                said = JSON.readTree(body.readNBytes(LONGEST_ANSWER));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoToken("interrupted");
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new NoToken("the token server did not answer: " + e.getClass().getSimpleName());
        }
        String token = said.path("access_token").asString("");
        if (answer.statusCode() != 200 || token.isEmpty()) {
            throw new NoToken("the token server said " + answer.statusCode() + " " + said.path("error").asString("").replaceAll("[^\\w-]", "")); // never its description, which may name people
        }
        String given = said.path("refresh_token").asString("");
        String next = given.isEmpty() || wanted.refresh.isEmpty() ? wanted.refresh : given;
        if (!next.equals(wanted.refresh)) {
            Actor.as(Actor.Machine.MAIL, () -> apart.execute(t -> rows.number(Sql.of("select mail.renew(?, ?)", wanted.refresh, next))));
        }
        long seconds = Math.clamp(said.path("expires_in").asLong(3600), 60, 86_400);
        return new Token(token, Instant.now().plusSeconds(seconds).minus(seconds > 600 ? EARLIER : Duration.ofSeconds(seconds / 4)), next);
    }

    private static HttpClient client(Registration wanted) {
        var client = HttpClient.newBuilder().connectTimeout(WAIT).followRedirects(HttpClient.Redirect.NEVER);
        Trust.of(wanted.authority).ifPresent(client::sslContext);
        return client.build();
    }

    private static String form(Registration wanted) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", wanted.refresh.isEmpty() ? "client_credentials" : "refresh_token");
        fields.put("client_id", wanted.client);
        fields.put("client_secret", wanted.secret);
        fields.put("scope", wanted.scope);
        fields.put("refresh_token", wanted.refresh);
        return fields.entrySet().stream().filter(field -> !field.getValue().isEmpty()).map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
