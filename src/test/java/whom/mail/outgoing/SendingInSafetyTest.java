package whom.mail.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.kernel.Refused;
import whom.mail.Authority;
import whom.mail.MailTokens;
import whom.mail.Post;
import whom.mail.TokenServer;

/** Mail goes out to servers with certificates, and to such as want a token. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingInSafetyTest {

    private final MailTokens tokens;
    private final Authority authority = Authority.one();
    private final TokenServer givesOut = new TokenServer();
    private final GreenMail server;
    private final GreenMailUser user;

    SendingInSafetyTest(TestDatabase database, MailTokens tokens) throws Exception {
        World.in(database);
        this.tokens = tokens;
        authority.forGreenMail();
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS), new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)});
        server.start();
        user = server.setUser("desk@desk.example", "desk@desk.example", "secret");
    }

    @AfterAll
    void stop() {
        server.stop();
        givesOut.close();
    }

    @Test
    void certificate_and_name_are_checked_and_an_own_authority_is_believed() throws Exception {
        int port = server.getSmtps().getPort();
        assertThat(trouble(Map.of("host", "localhost", "port", "" + port, "security", "tls"))).isEqualTo("certificate_unknown");
        assertThat(trouble(Map.of("host", "127.0.0.1", "port", "" + port, "security", "tls", "authority", authority.pem()))).isEqualTo("certificate_name");
        send(Map.of("host", "localhost", "port", "" + port, "security", "tls", "authority", authority.pem()), "in safety");
        assertThat(server.getReceivedMessages()).extracting(m -> m.getSubject()).contains("in safety");
    }

    @Test
    void nothing_goes_out_in_the_clear_where_protection_was_wished() {
        String port = "" + server.getSmtp().getPort();
        assertThat(trouble(Map.of("host", "127.0.0.1", "port", port, "security", "starttls"))).isEqualTo("no_starttls");
        assertThat(trouble(Map.of("host", "127.0.0.1", "port", port, "security", "tls"))).isEqualTo("no_tls");
    }

    @Test
    void a_token_lets_us_send() throws Exception {
        user.setPassword("token-1");
        var values = Map.of("host", "127.0.0.1", "port", "" + server.getSmtp().getPort(), "security", "none", "user", "desk@desk.example", "auth", "xoauth2", "password", "", "oauth_endpoint",
                givesOut.address(), "oauth_client", "whom");
        send(values, "with a token");
        send(values, "with the same");
        assertThat(server.getReceivedMessages()).extracting(m -> m.getSubject()).contains("with a token", "with the same");
        assertThat(givesOut.asked).hasSize(1);
    }

    @Test
    void what_is_typed_about_tokens_and_certificates_is_checked() {
        Map<String, String> typed = Map.of("host", "smtp.example.org", "mail_address", "help@desk.example", "site", "https://desk.example", "user", "help");
        assertThat(Given.sound(with(typed, "auth", "xoauth2", "oauth_endpoint", "https://login.example/token", "oauth_client", "whom", "authority", authority.pem())))
                .containsEntry("auth", "xoauth2").containsEntry("oauth_endpoint", "https://login.example/token").doesNotContainKey("oauth_secret");
        for (String[] wrong : new String[][] {{"auth", "xoauth2"}, {"oauth_endpoint", "http://login.example/token"}, {"oauth_endpoint", "file:///etc/passwd"}, {"oauth_endpoint", "https://login.example/token"},
                {"authority", "none"}, {"authority", "-----BEGIN CERTIFICATE-----\nnot one\n-----END CERTIFICATE-----"}}) {
            assertThat(catchThrowable(() -> Given.sound(with(typed, wrong)))).as(List.of(wrong).toString()).isInstanceOf(Refused.class);
        }
    }

    private static Map<String, String> with(Map<String, String> typed, String... more) {
        var all = new HashMap<>(typed);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private String trouble(Map<String, String> values) {
        return String.valueOf(catchThrowable(() -> send(values, "never")).getMessage());
    }

    private void send(Map<String, String> values, String subject) throws Exception {
        var post = new Post(with(values, "address", "help@desk.example"), true);
        try (Smtp smtp = Smtp.connect(post, tokens)) {
            smtp.send(new Letter("ann@example.org", new Letter.From("Help", post.address()), null, null, subject, "hello", "en", "w." + subject.hashCode() + "@desk.example", List.of(), true, false, List.of()));
        }
    }
}
