package whom.mail.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.CARE;
import static whom.World.FAY;
import static whom.World.GUS;
import static whom.World.HAL;
import static whom.World.IDA;
import static whom.World.NETWORK;
import static whom.World.acting;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.conversations.AskToBreak;
import whom.conversations.Conversations;
import whom.conversations.Delivery;
import whom.conversations.Message;
import whom.conversations.Seals;
import whom.database.TestDatabase;
import whom.mail.ReadMessage;
import whom.mail.Post;
import whom.mail.incoming.Arrivals;

/** What goes out, through a real mail server within this process, and what comes back of it. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailOutTest {

    private static final Pattern ANSWER = Pattern.compile("https://desk\\.example(/answer/[\\w-]+)");

    private final World world;
    private final RunningWhom whom;
    private final Outbox outbox;
    private final Conversations conversations;
    private final Seals seals;
    private final MailServer server;

    MailOutTest(TestDatabase database, RunningWhom whom, Outbox outbox, Arrivals arrivals, Conversations conversations, Seals seals) {
        this.world = World.in(database);
        this.whom = whom;
        this.outbox = outbox;
        this.conversations = conversations;
        this.seals = seals;
        this.server = new MailServer(world, outbox, arrivals);
    }

    @BeforeEach
    void empty() throws Exception {
        server.empty();
    }

    @AfterEach
    void as_it_was() {
        server.set("port", server.port(), "host", "127.0.0.1", "name", "Help", "user", "", "password", "");
        world.makes("delete from database.purpose");
        outbox.restNoMore();
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void the_desks_answer_goes_to_the_one_served_and_an_answer_to_it_comes_back() {
        long ticket = world.raised(ANN, ANN, NETWORK, "VPN drops", "every hour");
        acting(FAY, () -> conversations.say(ticket, "Restart it <now> & tell me.\n\nFay", List.of()));
        ReadMessage mail = server.only("ann@example.org");
        assertThat(mail.subject()).isEqualTo("VPN drops [" + world.number(ticket) + "]");
        assertThat(mail.from().address()).isEqualTo("help@desk.example");
        assertThat(mail.from().name()).isEqualTo("Fay (Help)");
        assertThat(mail.text()).startsWith("Restart it <now> & tell me.").contains("https://desk.example/answer/").contains("You get this because you asked for help: " + world.number(ticket));
        assertThat(mail.html()).contains("Restart it &lt;now&gt; &amp; tell me.").contains("<a href=\"https://desk.example/answer/");
        assertThat(mail.replyText()).doesNotContain("You get this");
        String reply = server.header("Reply-To");
        assertThat(reply).matches("help\\+w[a-z2-7]{24}@desk\\.example");
        assertThat(server.header("Auto-Submitted")).isNull();
        server.take("From: ann@example.org\nTo: " + reply + "\nSubject: Re: no mark\nMessage-ID: <reply1@example.org>\nIn-Reply-To: <" + mail.messageId() + ">\n\nIt works.\n\n> Restart it");
        Message joined = acting(FAY, () -> conversations.open(ticket)).messages().getLast();
        assertThat(List.of(joined.shown(), joined.verified(), joined.sender())).isEqualTo(List.of("It works.", true, "Ann"));
    }

    @Test
    void the_link_in_it_takes_an_answer_without_an_account() throws Exception {
        long ticket = world.raised(ANN, ANN, NETWORK, "By link", "x");
        acting(FAY, () -> conversations.say(ticket, "Which one?", List.of()));
        Matcher link = ANSWER.matcher(server.only("ann@example.org").text());
        assertThat(link.find()).isTrue();
        try (Visit stranger = Visit.byStranger(whom)) {
            assertThat(stranger.get(link.group(1)).body()).contains("Which one?");
            stranger.post(link.group(1), "text", "The blue one");
        }
        assertThat(acting(FAY, () -> conversations.open(ticket)).messages().getLast().text()).isEqualTo("The blue one");
    }

    @Test
    void that_a_seal_was_broken_is_told_to_the_officer_at_once_and_to_the_one_served_when_the_law_lets_it_be_told() {
        long ticket = world.raised(ANN, ANN, NETWORK, "A secret matter", "x");
        String number = world.number(ticket);
        String key = acting(HAL, () -> seals.ask(new AskToBreak(number, "An inquiry into a theft", 3, "an order of the court", Instant.now().plus(Duration.ofDays(30)))));
        server.send();
        assertThat(server.sent("jon@example.org")).as("asking alone").isEmpty();
        acting(IDA, () -> seals.decide(key, true));
        ReadMessage officers = server.only("jon@example.org");
        assertThat(officers.subject()).contains(number);
        assertThat(officers.text()).contains("https://desk.example/seals").doesNotContain("secret").doesNotContain("theft").doesNotContain("Ann").contains("You get this because you are data protection officer");
        assertThat(server.sent("ann@example.org")).as("the law delays it").isEmpty();
        world.makes("update conversations.seal_break set tell_at = now() where key = '" + key + "'");
        world.sees(Actor.Machine.JOBS, "select conversations.tell_of_breaks()");
        world.sees(Actor.Machine.JOBS, "select conversations.tell_of_breaks()");
        ReadMessage told = server.only("ann@example.org");
        assertThat(told.text()).contains("https://desk.example/requests/" + number).doesNotContain("secret").doesNotContain("theft");
        assertThat(server.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(server.sent("jon@example.org")).as("told once").hasSize(1);
    }

    @Test
    void the_thread_goes_on_in_the_receivers_mail_program() {
        server.take("From: ann@example.org\nTo: help@desk.example\nSubject: Thread\nMessage-ID: <thread1@example.org>\n\nhello");
        long ticket = ticket("Thread");
        server.send();
        String received = server.sent("ann@example.org").getFirst().messageId();
        acting(World.EVE, () -> conversations.say(ticket, "first answer", List.of()));
        server.send();
        ReadMessage answer = server.sent("ann@example.org").getLast();
        assertThat(answer.inReplyTo()).isEqualTo(received);
        assertThat(answer.references()).containsExactly("thread1@example.org", received);
    }

    @Test
    void a_request_by_mail_is_confirmed_with_its_number_and_machines_are_not_answered() {
        server.take("From: ann@example.org\nTo: help@desk.example\nSubject: Confirm me\nMessage-ID: <c1@example.org>\n\nhello");
        ReadMessage mail = server.only("ann@example.org");
        assertThat(mail.text()).contains(world.knows("select number from tickets.ticket where subject = 'Confirm me'")).contains("reads it and answers you").contains("You get this because");
        assertThat(server.header("Auto-Submitted")).isEqualTo("auto-replied");
        for (String machine : List.of("Auto-Submitted: auto-generated", "List-Id: <news.example>", "Precedence: bulk", "Return-Path: <>")) {
            server.take("From: ben@example.org\nTo: help@desk.example\nSubject: Machine\nMessage-ID: <" + machine.hashCode() + "@example.org>\n" + machine + "\n\nhello");
        }
        server.send();
        assertThat(server.sent("ben@example.org")).isEmpty();
    }

    @Test
    void a_stranger_confirms_their_address_and_gets_what_was_answered_meanwhile() throws Exception {
        server.take("From: Zoe <zoe@far.example>\nTo: help@desk.example\nSubject: Buy our secret words\nMessage-ID: <z1@far.example>\n\nsecret words");
        ReadMessage mail = server.only("zoe@far.example");
        assertThat(mail.subject() + mail.text()).as("a forged sender must not carry words to anybody").doesNotContain("secret words");
        long ticket = ticket("Buy our secret words");
        acting(World.EVE, () -> conversations.say(ticket, "We need none.", List.of()));
        server.send();
        assertThat(server.sent("zoe@far.example")).hasSize(1);
        Matcher link = Pattern.compile("https://desk\\.example(/mail/addresses/[\\w-]+)").matcher(mail.text());
        assertThat(link.find()).isTrue();
        try (Visit zoe = Visit.byStranger(whom)) {
            zoe.get(link.group(1));
            assertThat(zoe.post(link.group(1)).location()).isEqualTo("/mail/addresses");
            assertThat(zoe.get("/mail/addresses").body()).contains("Thank you");
            assertThat(zoe.post(link.group(1)).status()).isEqualTo(404);
        }
        server.send();
        assertThat(server.sent("zoe@far.example").getLast().text()).startsWith("We need none.");
    }

    @Test
    void somebody_let_in_hears_the_answers_until_it_is_taken_back() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Together", "x");
        String let = world.asks(ANN, "select conversations.let_in(?, ?, null, now() + interval '7 days', '{}')", BEN, ticket);
        acting(FAY, () -> conversations.say(ticket, "to both", List.of()));
        server.send();
        assertThat(server.sent("ben@example.org").getFirst().text()).contains("because you were let in");
        acting(FAY, () -> conversations.say(ticket, "not to Ben", List.of()));
        world.asks(ANN, "select conversations.take_back(?)", let);
        server.send();
        assertThat(server.sent("ben@example.org")).hasSize(1);
        assertThat(server.sent("ann@example.org")).hasSize(2);
        acting(FAY, () -> conversations.note(ticket, "a note goes nowhere", List.of()));
        acting(ANN, () -> conversations.say(ticket, "my own words come not back to me", List.of()));
        server.send();
        assertThat(server.sent("ann@example.org")).hasSize(2);
    }

    @Test
    void a_discreet_service_mails_only_that_there_is_news() {
        long ticket = world.raised(ANN, ANN, CARE, "hidden subject", "x");
        acting(World.LEO, () -> conversations.say(ticket, "hidden words", List.of()));
        ReadMessage mail = server.only("ann@example.org");
        assertThat(mail.subject() + mail.text() + mail.html() + mail.from().name()).doesNotContain("hidden").doesNotContain("Leo").contains("There is news about " + world.number(ticket));
    }

    @Test
    void whoever_has_the_ticket_is_told_and_their_answer_by_mail_is_the_desks() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Assigned", "x");
        world.makes("update tickets.ticket set assignee_id = 106 where id = " + ticket);
        acting(ANN, () -> conversations.say(ticket, "still broken", List.of()));
        ReadMessage notice = server.only("fay@example.org");
        assertThat(notice.text()).contains("Ann wrote about " + world.number(ticket)).contains("still broken").contains("https://desk.example/tickets/" + world.number(ticket));
        server.take("From: fay@example.org\nTo: " + server.header("Reply-To") + "\nSubject: Re: x\nMessage-ID: <fay" + ticket + "@example.org>\n\nOn my way.\n\n> still broken");
        server.send();
        assertThat(server.sent("ann@example.org").getLast().text()).startsWith("On my way.").doesNotContain("still broken");
    }

    @Test
    void it_speaks_the_receivers_language() {
        world.makes("update access.account set language = 'de' where id = 102");
        long ticket = world.raised(BEN, BEN, NETWORK, "Netz", "x");
        acting(FAY, () -> conversations.say(ticket, "Bitte neu starten.", List.of()));
        assertThat(server.only("ben@example.org").text()).contains("Sie bekommen dies, weil Sie um Hilfe gebeten haben");
        world.makes("update access.account set language = 'en' where id = 102");
    }

    @Test
    void it_says_what_administrators_wrote_for_that_language_and_audience() {
        try (Visit hal = Visit.by(world, whom, HAL)) {
            hal.get("/mail/texts/answer-en-outside");
            assertThat(hal.post("/mail/texts/answer-en-outside", "edition", "0", "subject", "Re: {ticket.subject}", "text", "Dear {name}, {your ticket}:\n\n{message}\n\n{link}", "foot", "{reason}").location()).contains("/mail/texts");
            long ticket = world.raised(ANN, ANN, NETWORK, "My {user} words", "x");
            acting(FAY, () -> conversations.say(ticket, "Try {link} & <again>", List.of()));
            ReadMessage mail = server.only("ann@example.org");
            assertThat(mail.subject()).isEqualTo("Re: My {user} words [" + world.number(ticket) + "]");
            assertThat(mail.text()).startsWith("Dear Ann, your ticket:\n\nTry {link} & <again>\n\nhttps://desk.example/answer/").contains("You get this because");
            assertThat(mail.html()).contains("Try {link} &amp; &lt;again&gt;");
            hal.post("/mail/texts/answer-en-outside/delivered", "edition", "1");
        }
    }

    @Test
    void the_link_to_sign_in_goes_to_those_who_are_known_and_the_answer_is_one() {
        try (Visit visit = Visit.byStranger(whom)) {
            assertThat(visit.get("/sign-in").body()).contains("/sign-in/links");
            var known = visit.post("/sign-in/links", "address", "ann@example.org");
            var unknown = visit.post("/sign-in/links", "address", "nobody@example.org");
            assertThat(known.location()).isEqualTo(unknown.location()).isEqualTo("/sign-in/links");
            server.send();
            assertThat(server.sent("nobody@example.org")).isEmpty();
            ReadMessage mail = server.only("ann@example.org");
            Matcher link = Pattern.compile("https://desk\\.example(/sign-in/links/[\\w-]+)").matcher(mail.text());
            assertThat(link.find()).isTrue();
            assertThat(world.knows("select count(*) from mail.outgoing where secret is not null")).isEqualTo("0");
            visit.get(link.group(1));
            assertThat(visit.post(link.group(1)).location()).isEqualTo("/");
        }
    }

    @Test
    void what_the_server_does_not_take_now_goes_later_and_once() throws Exception {
        long ticket = world.raised(ANN, ANN, NETWORK, "Away", "x");
        try (ServerSocket nobody = new ServerSocket()) {
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.set("port", "" + nobody.getLocalPort());
        }
        acting(FAY, () -> conversations.say(ticket, "patience", List.of()));
        assertThat(outbox.work()).isFalse();
        assertThat(delivery(ticket).state()).isEqualTo("queued");
        try (Visit gus = Visit.by(world, whom, GUS)) {
            assertThat(gus.get("/tickets/" + world.number(ticket)).body()).contains("the server did not take it yet, next try");
        }
        assertThat(world.knows("select attempts || ' ' || (next_at > now() + interval '20 seconds') from mail.outgoing where conversation_id = " + ticket)).isEqualTo("1 true");
        server.set("port", server.port());
        outbox.restNoMore();
        world.makes("update mail.outgoing set next_at = now() where state = 'queued'");
        assertThat(server.only("ann@example.org").text()).startsWith("patience");
        server.send();
        assertThat(server.sent("ann@example.org")).hasSize(1);
        assertThat(delivery(ticket).state()).isEqualTo("sent");
        assertThat(world.knows("select count(*) from conversations.answer_link l join conversations.message m on m.id = l.message_id where m.conversation_id = " + ticket)).isEqualTo("1");
    }

    @Test
    void pauses_grow() {
        assertThat(List.of(Outbox.pause(0), Outbox.pause(1), Outbox.pause(5), Outbox.pause(60)).stream().map(d -> d.toSeconds())).containsExactly(30L, 60L, 960L, 14_400L);
    }

    @Test
    void a_mail_that_bounced_is_seen_at_the_message() throws Exception {
        long ticket = world.raised(ANN, ANN, NETWORK, "Bounces", "x");
        acting(FAY, () -> conversations.say(ticket, "anybody there?", List.of()));
        ReadMessage mail = server.only("ann@example.org");
        server.take("From: MAILER-DAEMON@mx.example\nTo: help@desk.example\nSubject: Undeliverable\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                + "--b\n\nfailed\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; ann@example.org\nAction: failed\nStatus: 5.2.2\n"
                + "Diagnostic-Code: smtp; 552 mailbox full\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <" + mail.messageId() + ">\n--b--\n");
        assertThat(delivery(ticket).failed()).isTrue();
        try (Visit gus = Visit.by(world, whom, GUS)) {
            assertThat(gus.get("/tickets/" + world.number(ticket)).body()).contains("The mail did not reach Ann: the mailbox is full").contains("Send it again later").contains("The mail to Ann did not arrive");
        }
        try (Visit ann = Visit.by(world, whom, ANN)) {
            assertThat(ann.get("/requests/" + world.number(ticket)).body()).contains("anybody there?").doesNotContain("did not reach");
        }
    }

    @Test
    void what_did_not_arrive_is_sent_again_by_whoever_works_on_it() throws Exception {
        long ticket = world.raised(ANN, ANN, NETWORK, "Again", "x");
        acting(FAY, () -> conversations.say(ticket, "once more", List.of()));
        server.only("ann@example.org");
        String message = world.knows("select public_id from conversations.message where text = 'once more'");
        String again = "/messages/" + message + "/mail/again";
        try (Visit gus = Visit.by(world, whom, GUS); Visit ann = Visit.by(world, whom, ANN)) {
            String page = "/tickets/" + world.number(ticket);
            assertThat(gus.get(page).body()).doesNotContain("Send it again");
            world.makes("update mail.outgoing set state = 'bounced', failure = 'user_unknown' where conversation_id = " + ticket);
            assertThat(gus.get(page).body()).contains("there is no such mailbox", "Ask them another way for the right address", again);
            ann.get("/requests/" + world.number(ticket));
            assertThat(ann.post(again).status()).isEqualTo(404);
            server.empty();
            gus.get(page);
            assertThat(gus.post(again, "back", page).location()).isEqualTo(page + "#m-" + message);
            assertThat(server.only("ann@example.org").text()).startsWith("once more");
            assertThat(gus.get(page).body()).doesNotContain("there is no such mailbox").contains("Sent to Ann by mail", "sent the mail again");
            assertThat(gus.post(again, "back", "//evil.example/x").location()).isEqualTo("/#m-" + message);
        }
        assertThat(world.knows("select count(*) from mail.outgoing where conversation_id = " + ticket)).as("what arrived does not go twice").isEqualTo("2");
    }

    @Test
    void agents_see_that_no_mail_can_reach_somebody() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Nowhere", "x");
        world.makes("update people.address set confirmed_at = null where person_id = 101");
        acting(FAY, () -> conversations.say(ticket, "earlier", List.of()));
        acting(FAY, () -> conversations.say(ticket, "does it reach you?", List.of()));
        List<Message> messages = acting(FAY, () -> conversations.open(ticket)).messages();
        assertThat(messages.getLast().deliveries()).extracting(Delivery::state).containsExactly("nowhere");
        assertThat(messages.get(messages.size() - 2).deliveries()).as("said once").isEmpty();
        assertThat(acting(ANN, () -> conversations.open(ticket)).messages().getLast().deliveries()).isEmpty();
        world.makes("update people.address set confirmed_at = now() where person_id = 101");
        assertThat(acting(FAY, () -> conversations.open(ticket)).messages().getLast().deliveries()).isEmpty();
    }

    @Test
    void a_demonstration_sends_nothing() throws Exception {
        world.makes("insert into database.purpose (name) values ('DEMONSTRATION')");
        long ticket = world.raised(ANN, ANN, NETWORK, "Demo", "x");
        acting(FAY, () -> conversations.say(ticket, "nobody hears this", List.of()));
        server.send();
        assertThat(server.gotNothing()).isTrue();
        try (Visit hal = Visit.by(world, whom, HAL)) {
            assertThat(hal.get("/mail/settings").body()).contains("This is a demonstration: it sends no mail");
            assertThat(hal.post("/mail/trial").status()).isEqualTo(422);
        }
    }

    @Test
    void an_administrator_sets_mail_up_and_tries_it_and_the_password_is_never_shown() {
        try (Visit hal = Visit.by(world, whom, HAL); Visit ann = Visit.by(world, whom, ANN)) {
            hal.get("/mail/settings");
            String port = server.port();
            server.wants("sender", "hunter2 secret");
            assertThat(hal.post("/mail/settings", "host", "127.0.0.1", "port", port, "security", "none", "user", "sender", "mail_password", "hunter2 secret", "mail_address", "help@desk.example",
                    "mail_name", "Help", "site", "https://desk.example/", "plus", "yes", "receiver", "mx.desk.example").location()).isEqualTo("/mail/settings");
            assertThat(hal.get("/mail/settings").body()).doesNotContain("hunter2").contains("One is kept");
            assertThat(hal.post("/mail/trial").location()).isEqualTo("/mail/settings");
            assertThat(server.sent("hal@example.org")).hasSize(1);
            assertThat(hal.post("/mail/settings", "host", "no host", "mail_address", "help@desk.example", "site", "https://desk.example").status()).isEqualTo(422);
            assertThat(hal.post("/mail/settings", "host", "127.0.0.1", "port", "1", "security", "none", "mail_address", "help@desk.example", "site", "https://desk.example").status()).isEqualTo(302);
            var failed = hal.post("/mail/trial");
            assertThat(failed.status()).isEqualTo(422);
            assertThat(failed.body()).contains("The mail did not go out");
            assertThat(ann.get("/mail/settings").status()).isEqualTo(403);
            assertThat(world.knows("select string_agg(data::text, ' ') from log.event where verb = 'house.mail_changed'")).doesNotContain("hunter2");
        }
        assertThat(new Post(java.util.Map.of("password", "hunter2"), true).toString()).doesNotContain("hunter2");
    }

    @Test
    void something_that_answers_without_saying_that_it_is_a_machine_is_left_alone_after_a_few_turns() {
        for (int turn = 0; turn < 8; turn++) {
            server.take("From: kim@example.org\nTo: help@desk.example\nSubject: Ticket " + turn + " opened at ours\nMessage-ID: <turn" + turn + "@elsewhere.example>\n\nWe got your mail.");
            server.send();
        }
        assertThat(server.sent("kim@example.org")).hasSizeLessThanOrEqualTo(4);
        assertThat(world.knows("select count(*) from tickets.ticket where subject like 'Ticket % opened at ours'")).isEqualTo("8");
        List<ReadMessage> told = server.sent("hal@example.org");
        assertThat(told).as("once, however many loops").hasSize(1);
        assertThat(told.getFirst().subject()).isEqualTo("A loop of mails was cut");
        assertThat(told.getFirst().text()).contains("https://desk.example/mail").contains("because you administer").doesNotContain("kim@example.org");
        try (Visit hal = Visit.by(world, whom, HAL)) {
            assertThat(hal.get("/mail").body()).contains("loops were cut");
        }
    }

    private long ticket(String subject) {
        return Long.parseLong(world.knows("select id from tickets.ticket where subject = '" + subject + "'"));
    }

    private Delivery delivery(long ticket) {
        return acting(FAY, () -> conversations.open(ticket)).messages().stream().flatMap(m -> m.deliveries().stream()).findFirst().orElseThrow();
    }
}
