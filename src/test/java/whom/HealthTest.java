package whom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@WithApplication
class HealthTest {

    private final RunningWhom whom;

    HealthTest(RunningWhom whom) {
        this.whom = whom;
    }

    @Test
    void health_says_up_and_nothing_more() throws Exception {
        var answer = get("/healthz");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void no_other_inside_is_told() throws Exception {
        assertThat(get("/env").statusCode()).isNotEqualTo(200);
        assertThat(get("/actuator").statusCode()).isNotEqualTo(200);
        assertThat(get("/healthz/db").statusCode()).isNotEqualTo(200);
    }

    @Test
    void the_server_does_not_say_what_it_is() throws Exception {
        assertThat(get("/healthz").headers().firstValue("Server")).isEmpty();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(whom.address() + path)).build(), BodyHandlers.ofString());
        }
    }
}
