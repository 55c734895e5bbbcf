package whom.attack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks the running application as somebody, and writes down everything that came back. */
record Attack(String address) {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** @param bearer a token of the one who asks, or null for a stranger */
    Answer ask(String method, String path, @Nullable String bearer, String body, String type) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30)).header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
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

    record Answer(int status, String headers, String body) {

        String all() {
            return status + " " + headers + " " + body;
        }

        /** What came back, without what was asked for and without what differs from one answer to the next for its own reasons. */
        String apartFrom(Map<String, String> asked) {
            String text = all();
            for (var word : asked.entrySet()) {
                text = text.replace(word.getKey(), word.getValue());
            }
            return text.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "token").replaceAll("whom_form=[^;,\\]]*", "cookie").replaceAll("content-length=\\[\\d+\\]", "length");
        }
    }
}
