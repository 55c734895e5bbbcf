package whom.mail.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import whom.World;
import whom.mail.Letters;
import whom.mail.MailReader;
import whom.mail.ReadMessage;
import whom.mail.incoming.Arrivals;

/** A real mail server within this process, to which the house sends; and what it was sent. */
final class MailServer {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final World world;
    private final Outbox outbox;
    private final Arrivals arrivals;

    MailServer(World world, Outbox outbox, Arrivals arrivals) {
        this.world = world;
        this.outbox = outbox;
        this.arrivals = arrivals;
        server.start();
        set("host", "127.0.0.1", "port", port(), "security", "none", "address", "help@desk.example", "name", "Help", "site", "https://desk.example");
    }

    String port() {
        return "" + server.getSmtp().getPort();
    }

    void wants(String user, String password) {
        server.setUser(user, user, password);
    }

    void stop() {
        server.stop();
    }

    /** What waited is sent, and what was sent is gone. */
    void empty() throws FolderException {
        send();
        server.purgeEmailFromAllMailboxes();
    }

    /** Settings of the house, by name and value. */
    void set(String... values) {
        for (int i = 0; i < values.length; i += 2) {
            world.makes("insert into mail.setting (name, value) values ('" + values[i] + "', '" + values[i + 1] + "') on conflict (name) do update set value = excluded.value");
        }
    }

    void send() {
        for (int i = 0; i < 20 && outbox.work(); i++) {
            continue;
        }
    }

    /** A letter comes in and is worked off. */
    void take(String letter) {
        arrivals.keep(Letters.bytes(letter), "", true);
        for (int i = 0; i < 20 && arrivals.work(); i++) {
            continue;
        }
        assertThat(world.knows("select count(*) from mail.incoming where state <> 'done'")).isEqualTo("0");
    }

    ReadMessage only(String to) {
        send();
        List<ReadMessage> mails = sent(to);
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    List<ReadMessage> sent(String to) {
        return got(to).map(m -> MailReader.read(GreenMailUtil.getWholeMessage(m).getBytes(StandardCharsets.UTF_8))).toList();
    }

    boolean gotNothing() {
        return server.getReceivedMessages().length == 0;
    }

    /** Of the first mail to anybody. */
    String header(String name) {
        return header(server.getReceivedMessages()[0], name);
    }

    String header(String name, String to) {
        return header(got(to).findFirst().orElseThrow(), name);
    }

    private Stream<MimeMessage> got(String to) {
        return Arrays.stream(server.getReceivedMessages()).filter(message -> to(message).equals(to));
    }

    private static String header(MimeMessage message, String name) {
        try {
            return message.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
