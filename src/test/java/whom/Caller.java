package whom;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that asks the API with somebody's token. */
public record Caller(String address, String token) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Caller by(World world, RunningWhom whom, long person, String... scopes) {
        return new Caller(whom.address(), world.token(person, scopes));
    }

    public record Answer(int status, String text, HttpResponse<String> whole) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path, String... headers) {
        return ask("GET", path, "", headers);
    }

    public Answer post(String path, String body, String... headers) {
        return ask("POST", path, body, headers);
    }

    public Answer put(String path, String body, String... headers) {
        return ask("PUT", path, body, headers);
    }

    public Answer ask(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(90)).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (Exception e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }
}
