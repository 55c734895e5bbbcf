package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.mail.Authority;
import whom.mail.Letters;
import whom.mail.TokenServer;
import whom.mail.Trouble;

/** Mailboxes on servers with certificates, and such as want a token. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningInTest {

    private final World world;
    private final Fetching fetching;
    private final Authority authority = Authority.one();
    private final TokenServer tokens = new TokenServer();
    private final GreenMail server;
    private int count;

    SigningInTest(TestDatabase database, Fetching fetching) throws Exception {
        this.world = World.in(database);
        this.fetching = fetching;
        authority.forGreenMail();
        server = new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_POP3), setup(ServerSetup.PROTOCOL_IMAPS), setup(ServerSetup.PROTOCOL_POP3S)});
        server.start();
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    @AfterAll
    void stop() {
        server.stop();
        tokens.close();
    }

    @BeforeEach
    void registered() {
        tokens.refuses = false;
        tokens.asked.clear();
        set("authority", "");
        set("oauth_endpoint", tokens.address());
        set("oauth_client", "whom-client-" + ++count);
        set("oauth_secret", "s&cret");
        set("oauth_scope", "mail.read offline_access");
    }

    @ParameterizedTest
    @CsvSource({"imap", "pop3"})
    void a_certificate_that_nobody_believes_is_refused_until_its_authority_is_given(String protocol) throws Exception {
        GreenMailUser user = mailbox(protocol + ".unknown@desk.example", protocol, "localhost", "tls", "password", "secret");
        assertThat(trouble(user)).isEqualTo("certificate_unknown");
        set("authority", authority.pem());
        fetching.once(user.getEmail());
        put(user);
        assertThat(fetching.once(user.getEmail())).isEqualTo(1);
    }

    @Test
    void a_certificate_for_another_name_is_refused() throws Exception {
        set("authority", authority.pem());
        assertThat(trouble(mailbox("name@desk.example", "imap", "127.0.0.1", "tls", "password", "secret"))).isEqualTo("certificate_name");
    }

    @Test
    void nothing_is_said_in_the_clear_where_protection_was_wished() throws Exception {
        GreenMailUser user = mailbox("clear@desk.example", "imap", "127.0.0.1", "starttls", "password", "secret");
        assertThat(trouble(user)).isEqualTo("no_starttls");
        world.makes("update mail.mailbox set security = 'tls' where address = 'clear@desk.example'");
        assertThat(trouble(user)).isEqualTo("no_tls");
    }

    @ParameterizedTest
    @CsvSource({"imap", "pop3"})
    void a_token_is_fetched_used_until_its_end_and_the_next_one_remembered(String protocol) throws Exception {
        GreenMailUser user = mailbox(protocol + ".token@desk.example", protocol, "127.0.0.1", "none", "xoauth2", "refresh-0");
        lets(user, 1);
        fetching.once(user.getEmail());
        fetching.once(user.getEmail());
        assertThat(tokens.asked).hasSize(1);
        assertThat(tokens.asked.getFirst()).contains("grant_type=refresh_token", "client_id=whom-client-", "client_secret=s%26cret", "scope=mail.read+offline_access", "refresh_token=refresh-0");
        assertThat(world.knows("select password from mail.mailbox where address = '" + user.getEmail() + "'")).isEqualTo("refresh-" + tokens.token().substring(6));
        assertThat(world.knows("select count(*) from log.event where data::text like '%refresh-%'")).isEqualTo("0");
    }

    @Test
    void without_a_refresh_token_we_come_as_an_application() throws Exception {
        GreenMailUser user = mailbox("application@desk.example", "imap", "127.0.0.1", "none", "xoauth2", "");
        lets(user, 1);
        put(user);
        fetching.once(user.getEmail());
        put(user);
        assertThat(fetching.once(user.getEmail())).isEqualTo(1);
        assertThat(tokens.asked.getFirst()).contains("grant_type=client_credentials").doesNotContain("refresh_token=");
    }

    @Test
    void a_token_that_is_believed_no_more_is_fetched_anew_next_time() throws Exception {
        GreenMailUser user = mailbox("ended@desk.example", "imap", "127.0.0.1", "none", "xoauth2", "refresh-0");
        lets(user, 2);
        assertThat(trouble(user)).isEqualTo("sign_in");
        fetching.once(user.getEmail());
        assertThat(tokens.asked).hasSize(2);
    }

    @Test
    void where_no_token_is_given_out_administrators_read_why_and_no_secret() throws Exception {
        GreenMailUser user = mailbox("refused@desk.example", "imap", "127.0.0.1", "none", "xoauth2", "refresh-0");
        tokens.refuses = true;
        Throwable failure = catchThrowable(() -> fetching.once(user.getEmail()));
        assertThat(failure).hasMessageContaining("400 invalid_grant").hasMessageNotContaining("Ann").hasMessageNotContaining("refresh-0");
        assertThat(Trouble.of(failure)).isEqualTo("token");
        set("oauth_endpoint", "http://127.0.0.1:1/token");
        assertThat(trouble(user)).isEqualTo("token");
    }

    /** The server believes the token that is given out as the n-th from now. */
    private void lets(GreenMailUser user, int n) {
        user.setPassword("token-" + (Integer.parseInt(tokens.token().substring(6)) + n));
    }

    private String trouble(GreenMailUser user) {
        return Trouble.of(catchThrowable(() -> fetching.once(user.getEmail())));
    }

    private GreenMailUser mailbox(String address, String protocol, String host, String security, String auth, String password) {
        boolean imap = protocol.equals("imap");
        int port = security.equals("tls") ? (imap ? server.getImaps() : server.getPop3s()).getPort() : (imap ? server.getImap() : server.getPop3()).getPort();
        world.makes("insert into mail.mailbox (address, protocol, host, port, security, auth, user_name, password, next_at) values ('" + address + "', '" + protocol + "', '" + host + "', " + port + ", '" + security
                + "', '" + auth + "', '" + address + "', '" + password + "', 'infinity')");
        return server.setUser(address, address, "secret");
    }

    private void put(GreenMailUser user) throws Exception {
        user.deliver(new MimeMessage(GreenMailUtil.getSession(ServerSetup.SMTP), new ByteArrayInputStream(Letters.bytes("From: ann@example.org\nSubject: signed in\nMessage-ID: <in" + ++count + "@example.org>\n\nhello"))));
    }

    private void set(String name, String value) {
        world.makes("insert into mail.setting (name, value) values ('" + name + "', '" + value + "') on conflict (name) do update set value = excluded.value");
    }
}
