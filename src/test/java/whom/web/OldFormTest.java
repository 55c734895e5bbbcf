package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import whom.RunningWhom;
import whom.WithApplication;

@WithApplication
class OldFormTest {

    @Test
    void a_form_that_was_open_too_long_comes_back_with_what_was_typed(RunningWhom whom) throws Exception {
        var answer = post(whom, whom.address() + "/appearance");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("open for too long", "value=\"dark\" type=\"radio\" checked", "name=\"_csrf\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie).doesNotStartWith("look"));
    }

    @Test
    void a_form_from_elsewhere_is_refused(RunningWhom whom) throws Exception {
        var answer = post(whom, "https://evil.example/appearance");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("_csrf", "type=\"radio\"");
    }

    private static HttpResponse<String> post(RunningWhom whom, String referer) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(whom.address() + "/appearance")).header("Referer", referer)
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("theme=dark&_csrf=stale")).build(), BodyHandlers.ofString());
        }
    }
}
