package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** A mail server hands letters over. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LmtpTest {

    private final World world;
    private final Arrivals arrivals;
    private final LmtpPort port;

    LmtpTest(TestDatabase database, Arrivals arrivals, LmtpPort port) {
        this.world = World.in(database);
        this.arrivals = arrivals;
        this.port = port;
    }

    @Test
    void what_is_accepted_is_on_disk_and_becomes_a_ticket_of_the_envelopes_address() throws IOException {
        world.makes("insert into mail.mailbox (address, service_id) values ('network@desk.example', 21)");
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port.open("0"))) {
            server.getOutputStream().write(letter("network@desk.example", "By LMTP", "1", "..two dots\r\nwords").getBytes(StandardCharsets.UTF_8));
            assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).endsWith("250 2.0.0 Kept\r\n221 2.0.0 Bye\r\n");
        } finally {
            port.stop();
        }
        for (int i = 0; i < 20 && arrivals.work(); i++) {
            continue;
        }
        assertThat(world.knows("select served_id || ' ' || service_id from tickets.ticket where subject = 'By LMTP'")).isEqualTo(ANN + " 21");
        assertThat(world.knows("select text from conversations.message m join tickets.ticket t on t.id = m.conversation_id where t.subject = 'By LMTP'")).isEqualTo(".two dots\nwords");
    }

    @Test
    void each_recipient_hears_the_same_and_the_letter_comes_once() {
        List<byte[]> taken = new ArrayList<>();
        String said = talk(letter -> taken.add(letter.bytes()), "LHLO x", "MAIL FROM:<a@b.example> SIZE=100", "RCPT TO:<one@desk.example>", "RCPT TO:<two@desk.example>", "DATA", "Subject: x", "", "y", ".", "QUIT");
        assertThat(said.split("250 2.0.0 Kept", -1)).hasSize(3);
        assertThat(taken).singleElement().satisfies(letter -> assertThat(new String(letter, StandardCharsets.UTF_8))
                .isEqualTo("Delivered-To: one@desk.example\r\nDelivered-To: two@desk.example\r\nSubject: x\r\n\r\ny\r\n"));
    }

    @Test
    void when_it_cannot_be_kept_the_server_keeps_it() {
        String said = talk(letter -> {
            throw new IllegalStateException("no disk");
        }, "LHLO x", "MAIL FROM:<>", "RCPT TO:<one@desk.example>", "DATA", "x", ".", "QUIT");
        assertThat(said).contains("451 4.3.0").doesNotContain("250 2.0.0 Kept");
    }

    @Test
    void what_is_not_the_protocol_is_answered_and_changes_nothing() {
        List<byte[]> taken = new ArrayList<>();
        String said = talk(letter -> taken.add(letter.bytes()), "EHLO x", "RCPT TO:<a@b.example>", "DATA", "MAIL FROM:nobody", "MAIL FROM:<a@b.example> SIZE=999999999999", "MAIL FROM:<a@b.example>", "DATA", "x".repeat(10_000), "\0\0", "QUIT");
        assertThat(said.lines().map(line -> line.substring(0, 3))).containsExactly("220", "500", "503", "503", "501", "552", "250", "503", "500", "500", "221");
        assertThat(taken).isEmpty();
    }

    @Test
    void half_a_letter_is_none() {
        List<byte[]> taken = new ArrayList<>();
        talk(letter -> taken.add(letter.bytes()), "LHLO x", "MAIL FROM:<a@b.example>", "RCPT TO:<one@desk.example>", "DATA", "Subject: x", "", "half");
        assertThat(taken).isEmpty();
    }

    @Test
    void too_large_a_letter_is_refused_and_the_next_one_heard() {
        List<byte[]> taken = new ArrayList<>();
        String said = talk(letter -> taken.add(letter.bytes()), "LHLO x", "MAIL FROM:<a@b.example>", "RCPT TO:<one@desk.example>", "DATA", "y".repeat(5_000), ".", "MAIL FROM:<a@b.example>", "RCPT TO:<one@desk.example>", "DATA", "x", ".", "QUIT");
        assertThat(said).contains("552 5.3.4", "250 2.0.0 Kept");
        assertThat(taken).hasSize(1);
    }

    private static String talk(LmtpSession.Taker taker, String... lines) {
        var out = new ByteArrayOutputStream();
        try {
            new LmtpSession(new ByteArrayInputStream((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8)), out, taker, 4_000).talk();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("left in the middle");
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String letter(String to, String subject, String id, String body) {
        return "LHLO mx\r\nMAIL FROM:<ann@example.org>\r\nRCPT TO:<" + to + ">\r\nDATA\r\nFrom: ann@example.org\r\nTo: list@else.example\r\nSubject: " + subject + "\r\nMessage-ID: <lmtp" + id
                + "@example.org>\r\n\r\n" + body + "\r\n.\r\nQUIT\r\n";
    }
}
