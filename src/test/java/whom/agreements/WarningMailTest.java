package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.FAY;
import static whom.World.GUS;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.mail.MailWork;
import whom.tickets.Priority;
import whom.tickets.RaiseTicket;
import whom.tickets.Raised;
import whom.tickets.Tickets;

/** Warnings by mail, through a real mail server within this process: once each, and a backlog in one mail. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarningMailTest {

    private final World world;
    private final Tickets tickets;
    private final Tick tick;
    private final Warnings warnings;
    private final MailWork post;
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    WarningMailTest(TestDatabase database, Tickets tickets, Tick tick, Warnings warnings, RunningWhom whom) throws ClassNotFoundException {
        this.world = World.in(database);
        this.tickets = tickets;
        this.tick = tick;
        this.warnings = warnings;
        this.post = (MailWork) whom.bean(Class.forName("whom.mail.outgoing.Outbox"));
        tick.stop();
        server.start();
        for (String sql : List.of("""
                insert into mail.setting (name, value) values ('host', '127.0.0.1'), ('port', '%d'), ('security', 'none'), ('address', 'help@desk.example'), ('name', 'Help'), ('site', 'https://desk.example')
                """.formatted(server.getSmtp().getPort()), """
                insert into calendars.calendar (id, key, name, zone) values (41, 'always', '{"en": "Always"}', 'UTC')""", """
                insert into calendars.pattern (calendar_id, valid_from, week) select 41, '-infinity', jsonb_object_agg(d, '00:00-24:00') from unnest(array['mon','tue','wed','thu','fri','sat','sun']) d
                """, "insert into standings.agreement (key, service_id, signatory_id, scope, valid_from) values ('a-network', 21, 104, 'everybody', '2020-01-01'), ('a-care', 25, 104, 'everybody', '2020-01-01')",
                "insert into agreements.agreement (id, key, name, service_id) values (51, 'network', '{\"en\": \"Network for all\"}', 21), (52, 'care', '{\"en\": \"Care for all\"}', 25)",
                "insert into agreements.version (id, agreement_id, valid_from, calendar_id) values (61, 51, '2020-01-01', 41), (62, 52, '2020-01-01', 41)",
                "insert into agreements.target (version_id, clock, minutes) values (61, 'solution', 480), (62, 'solution', 480)",
                "insert into agreements.level (version_id, minutes, whom, channel) values (61, -30, 'team', 'mail'), (62, -30, 'team', 'mail')")) {
            world.makes(sql);
        }
    }

    @BeforeEach
    void empty() throws Exception {
        ticked();
        send();
        server.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void a_warning_reaches_each_of_the_team_by_mail_once_and_stands_on_the_page_too() throws Exception {
        Raised raised = due(World.NETWORK, "455 minutes");
        ticked();
        ticked();
        send();
        send();
        assertThat(Arrays.stream(server.getReceivedMessages()).map(WarningMailTest::to)).containsExactlyInAnyOrder("fay@example.org", "gus@example.org");
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Due soon, or late already");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(mail)).contains(raised.number() + ": solution is due", "https://desk.example/tickets/" + raised.number(), "You get this because").doesNotContain("Nothing works");
        assertThat(World.acting(FAY, () -> warnings.mine("en"))).extracting(Warning::number).contains(raised.number());
    }

    @Test
    void what_a_node_finds_when_it_comes_back_is_one_mail_to_each() throws Exception {
        for (int i = 0; i < 25; i++) {
            due(World.NETWORK, "470 minutes");
        }
        ticked();
        send();
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(text(mail).split("solution (is|was) due")).hasSize(21);
        assertThat(text(mail)).contains("And 5 more.", "https://desk.example/warnings");
    }

    @Test
    void whoever_works_on_it_no_longer_hears_nothing() throws Exception {
        Raised raised = due(World.NETWORK, "455 minutes");
        ticked();
        world.asks(ANN, "select conversations.shut_out(?, ?)", raised.id(), GUS);
        send();
        assertThat(Arrays.stream(server.getReceivedMessages()).map(WarningMailTest::to)).containsExactly("fay@example.org");
    }

    @Test
    void of_a_discreet_service_not_even_what_is_due_is_mailed() throws Exception {
        due(World.CARE, "455 minutes");
        ticked();
        send();
        assertThat(text(server.getReceivedMessages()[0])).contains("something is due").doesNotContain("solution");
    }

    /** A ticket raised so long ago; nothing of it was looked at since. */
    private Raised due(long service, String ago) {
        Raised raised = World.acting(ANN, () -> tickets.raise(new RaiseTicket("incident", ANN, service, null, "Nothing works", "At all.", Priority.USUAL, "web", "en")));
        world.makes("update tickets.ticket set opened_at = opened_at - interval '" + ago + "' where id = " + raised.id());
        world.makes("update conversations.message set sent_at = sent_at - interval '" + ago + "' where conversation_id = " + raised.id());
        world.makes("update agreements.ticket set next_at = now() where ticket_id = " + raised.id());
        return raised;
    }

    private void ticked() {
        for (int i = 0; i < 20 && tick.once() > 0; i++) {
            // until nothing is due to be looked at
        }
    }

    /** As if the minute in which warnings gather were over. */
    private void send() {
        world.makes("update mail.outgoing set next_at = now() where state = 'queued'");
        post.work();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        Object content = mail.getContent();
        while (content instanceof jakarta.mail.Multipart parts) {
            content = parts.getBodyPart(0).getContent();
        }
        return content.toString();
    }
}
