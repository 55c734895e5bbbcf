package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.HAL;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.mail.Letters;

/** Mailboxes on a real server within this process. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FetchingTest {

    private final World world;
    private final RunningWhom whom;
    private final Fetching fetching;
    private final Arrivals arrivals;
    private final GreenMail server = new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_POP3), setup(ServerSetup.PROTOCOL_SMTP)});

    FetchingTest(TestDatabase database, RunningWhom whom, Fetching fetching, Arrivals arrivals) {
        this.world = World.in(database);
        this.whom = whom;
        this.fetching = fetching;
        this.arrivals = arrivals;
        server.start();
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void a_folder_is_fetched_from_now_on_once_and_left_as_it_is() throws Exception {
        GreenMailUser user = mailbox("network@desk.example", "imap", "network");
        put(user, "before us", 1);
        assertThat(fetching.once("network@desk.example")).isZero();
        put(user, "since then", 2);
        put(user, "and then", 3);
        assertThat(fetching.once("network@desk.example")).isEqualTo(2);
        assertThat(fetching.once("network@desk.example")).isZero();
        workOff();
        assertThat(world.knows("select string_agg(subject || ' ' || service_id, ', ' order by id) from tickets.ticket where served_id = " + ANN)).isEqualTo("since then 21, and then 21");
        assertThat(server.getManagers().getImapHostManager().getInbox(user).getUnseenCount()).as("nothing is marked as read").isEqualTo(3);
    }

    @Test
    void what_was_fetched_and_not_noted_counts_once() throws Exception {
        GreenMailUser user = mailbox("twice@desk.example", "imap", "");
        fetching.once("twice@desk.example");
        put(user, "fetched twice", 4);
        fetching.once("twice@desk.example");
        world.makes("update mail.mailbox set last_uid = 0 where address = 'twice@desk.example'");
        assertThat(fetching.once("twice@desk.example")).isEqualTo(1);
        workOff();
        assertThat(world.knows("select count(*) from tickets.ticket where subject = 'fetched twice'")).isEqualTo("1");
    }

    @Test
    void a_pop3_mailbox_is_emptied() throws Exception {
        GreenMailUser user = mailbox("pop@desk.example", "pop3", "");
        put(user, "by pop", 5);
        assertThat(fetching.once("pop@desk.example")).isEqualTo(1);
        assertThat(server.getManagers().getImapHostManager().getInbox(user).getMessageCount()).isZero();
        workOff();
        assertThat(world.knows("select count(*) from tickets.ticket where subject = 'by pop'")).isEqualTo("1");
    }

    @Test
    void news_come_at_once_while_a_folder_is_watched() throws Exception {
        GreenMailUser user = mailbox("watched@desk.example", "imap", "");
        world.makes("update mail.mailbox set next_at = 'infinity' where address <> 'watched@desk.example'");
        fetching.once("watched@desk.example");
        assertThat(fetching.work()).isTrue();
        assertThat(fetching.work()).as("another node has it").isFalse();
        Thread.sleep(700);
        put(user, "while waiting", 6);
        Instant until = Instant.now().plusSeconds(90);
        while (Instant.now().isBefore(until) && world.knows("select count(*) from mail.incoming where mailbox = 'watched@desk.example'").equals("0")) {
            Thread.sleep(100);
        }
        assertThat(world.knows("select count(*) from mail.incoming where mailbox = 'watched@desk.example'")).isEqualTo("1");
    }

    @Test
    void a_mailbox_that_cannot_be_opened_says_why_where_administrators_look() throws Exception {
        GreenMailUser user = mailbox("locked@desk.example", "imap", "");
        world.makes("update mail.mailbox set password = 'not it', next_at = case when address = 'locked@desk.example' then now() else 'infinity' end");
        assertThatThrownBy(() -> fetching.once("locked@desk.example")).isInstanceOf(MessagingException.class);
        fetching.work();
        Instant until = Instant.now().plusSeconds(90);
        while (Instant.now().isBefore(until) && world.knows("select failure from mail.mailbox where address = 'locked@desk.example'").isEmpty()) {
            Thread.sleep(100);
        }
        try (Visit hal = Visit.by(world, whom, HAL)) {
            assertThat(hal.get("/mail/mailboxes").body()).contains("locked@desk.example").contains("class=\"tag bad\"").doesNotContain("not it");
        }
        assertThat(user.getEmail()).isEqualTo("locked@desk.example");
    }

    @Test
    void administrators_add_change_and_remove_mailboxes_and_nobody_else() {
        try (Visit hal = Visit.by(world, whom, HAL); Visit ann = Visit.by(world, whom, ANN)) {
            hal.get("/mail/mailboxes");
            String[] fields = {"box_address", "Wages@desk.example", "box_service", "payroll", "box_protocol", "imap", "box_host", "imap.desk.example", "box_user", "wages", "box_password", "s3cret words"};
            assertThat(hal.post("/mail/mailboxes", fields).location()).isEqualTo("/mail/mailboxes");
            assertThat(hal.get("/mail/mailboxes").body()).contains("wages@desk.example").contains("Payroll").contains("Fetched by IMAP: imap.desk.example").doesNotContain("s3cret");
            fields[11] = "";
            hal.post("/mail/mailboxes", fields);
            assertThat(world.knows("select password from mail.mailbox where address = 'wages@desk.example'")).isEqualTo("s3cret words");
            fields[7] = "elsewhere.example";
            hal.post("/mail/mailboxes", fields);
            assertThat(world.knows("select password from mail.mailbox where address = 'wages@desk.example'")).as("it goes to no other server").isEmpty();
            assertThat(hal.post("/mail/mailboxes", "box_address", "no address").status()).isEqualTo(422);
            assertThat(hal.post("/mail/mailboxes", "box_address", "a@b.example", "box_service", "nothing").status()).isEqualTo(422);
            assertThat(hal.post("/mail/mailboxes/removal", "address", "wages@desk.example").status()).isEqualTo(302);
            assertThat(hal.get("/mail/mailboxes").body()).doesNotContain("wages@desk.example");
            assertThat(ann.get("/mail/mailboxes").status()).isEqualTo(403);
        }
    }

    private GreenMailUser mailbox(String address, String protocol, String service) throws Exception {
        int port = protocol.equals("imap") ? server.getImap().getPort() : server.getPop3().getPort();
        world.makes("insert into mail.mailbox (address, service_id, protocol, host, port, security, user_name, password) values ('" + address + "', (select id from services.service where key = '" + service
                + "'), '" + protocol + "', '127.0.0.1', " + port + ", 'none', '" + address + "', 'right')");
        return server.setUser(address, address, "right");
    }

    private void put(GreenMailUser user, String subject, int number) throws Exception {
        byte[] letter = Letters.bytes("From: ann@example.org\nTo: " + user.getEmail() + "\nSubject: " + subject + "\nMessage-ID: <fetch" + number + "@example.org>\n\nwords");
        user.deliver(new MimeMessage(GreenMailUtil.getSession(server.getSmtp().getServerSetup()), new ByteArrayInputStream(letter)));
    }

    private void workOff() {
        for (int i = 0; i < 20 && arrivals.work(); i++) {
            continue;
        }
    }
}
