package whom.attack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks the running application, and writes down everything that came back: pages as in a browser, by a session and
 * with the forms' token; the API by a token.
 *
 * @param session null for a stranger
 */
record Attack(String address, @Nullable String session, @Nullable String token) {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(60)).version(HttpClient.Version.HTTP_1_1).build();
    private static final String FORM = "11111111-2222-3333-4444-555555555555";
    /** As pages carry it, mixed with noughts instead of chance, so that it need not be fetched. */
    private static final String MIXED = Base64.getUrlEncoder().encodeToString(("\0".repeat(FORM.length()) + FORM).getBytes(StandardCharsets.UTF_8));

    Answer ask(String method, String path, String body) {
        boolean api = path.startsWith("/api/");
        String sent = method.equals("GET") ? "" : api ? body : "_csrf=" + MIXED + "&" + body;
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(90)).header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded")
                .method(method, sent.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(sent));
        if (!api) {
            request.header("Cookie", "whom_form=" + FORM + (session == null ? "" : "; whom=" + session));
        } else if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            var headers = new TreeMap<>(response.headers().map());
            headers.remove("date");
            headers.remove("connection"); // is closed after every hundredth answer, whatever was asked
            return new Answer(response.statusCode(), headers.toString(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    /** What came back, to the byte: lengths, too. */
    record Answer(int status, String headers, String body) {

        String all() {
            return status + " " + headers + " " + body;
        }

        /** Without what was asked for, and without the forms' token, which is never the same and always as long. */
        String apartFrom(Map<String, String> asked, Map<String, String> instead) {
            String text = all();
            for (var word : asked.entrySet()) {
                text = text.replace(word.getValue(), instead.get(word.getKey()));
            }
            return text.replaceAll("name=\"_csrf\" value=\"[^\"]{96}\"", "token").replaceAll("name=\"_once\" value=\"[^\"]{36}\"", "once").replaceAll("whom_form=[^;,\\]]{36}", "cookie");
        }
    }
}
