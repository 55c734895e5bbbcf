package whom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@WithApplication
class ApplicationTest {

    private final RunningWhom whom;

    ApplicationTest(RunningWhom whom) {
        this.whom = whom;
    }

    @Test
    void strangers_are_shown_how_to_sign_in() throws Exception {
        var answer = get("/sign-in");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("name=\"password\"").contains("name=\"_csrf\"");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
    }

    @Test
    void what_is_not_open_leads_strangers_to_the_sign_in() throws Exception {
        var answer = get("/account");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in?to=%2Faccount"));
    }

    @Test
    void the_api_refuses_strangers_without_a_page() throws Exception {
        var answer = get("/api/v1/anything");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(whom.address() + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
