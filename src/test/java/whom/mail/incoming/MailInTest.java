package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.CAT;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.HAL;
import static whom.World.NETWORK;
import static whom.World.acting;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.conversations.Conversation;
import whom.conversations.Conversations;
import whom.conversations.Message;
import whom.database.TestDatabase;
import whom.mail.AnswerAddress;
import whom.mail.Letters;

/** Whose ticket a mail is (docs/mail.md); each rule once, over the real database. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailInTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final World world;
    private final RunningWhom whom;
    private final Arrivals arrivals;
    private final Conversations conversations;

    MailInTest(TestDatabase database, RunningWhom whom, Arrivals arrivals, Conversations conversations) {
        this.world = World.in(database);
        this.whom = whom;
        this.arrivals = arrivals;
        this.conversations = conversations;
        world.makes("insert into mail.setting (name, value) values ('address', 'help@desk.example'), ('receiver', 'mx.desk.example')");
    }

    @BeforeEach
    void nothing_waits() {
        workOff();
    }

    @Test
    void mail_of_somebody_known_opens_a_ticket_of_theirs_at_the_desk() {
        deliver(from("Ann <ann@example.org>", "The printer is on fire", "", "Please help, it smells.\n\n-- \nAnn"));
        var opened = opened("The printer is on fire");
        assertThat(opened.served()).isEqualTo(ANN);
        Message first = acting(EVE, () -> conversations.open(opened.id())).messages().getFirst();
        assertThat(first.shown()).isEqualTo("Please help, it smells.");
        assertThat(first.text()).contains("-- ");
        assertThat(List.of(first.sender(), first.channel(), first.verified())).isEqualTo(List.of("Ann", "mail", false));
        assertThat(outcome()).isEqualTo("opened");
    }

    @Test
    void what_our_own_server_says_of_the_sender_makes_it_verified_and_what_others_write_does_not() {
        deliver("Authentication-Results: mx.desk.example; dmarc=pass header.from=example.org\n" + from("ann@example.org", "Surely mine", "", "x"));
        assertThat(first("Surely mine").verified()).isTrue();
        deliver("Authentication-Results: mx.elsewhere.example; dmarc=pass header.from=example.org\n" + from("ann@example.org", "Another says so", "", "x"));
        assertThat(first("Another says so").verified()).isFalse();
        deliver("Authentication-Results: mx.desk.example; spf=pass smtp.mailfrom=evil.example; dkim=pass header.d=evil.example\n" + from("ann@example.org", "Sent by others", "", "x"));
        assertThat(first("Sent by others").verified()).isFalse();
        deliver("Authentication-Results: mx.desk.example; dkim=pass header.d=example.org; dmarc=fail header.from=example.org\n" + from("ann@example.org", "Against policy", "", "x"));
        assertThat(first("Against policy").verified()).isFalse();
    }

    @Test
    void an_answer_joins_by_the_ids_of_the_mails_before_it() {
        deliver(from("ann@example.org", "VPN", "Message-ID: <first@example.org>", "It drops."));
        long ticket = opened("VPN").id();
        deliver(from("ann@example.org", "Re: something else", "In-Reply-To: <first@example.org>", "Since noon.\n\n> It drops."));
        Conversation seen = acting(EVE, () -> conversations.open(ticket));
        assertThat(seen.messages()).extracting(Message::shown).containsExactly("It drops.", "Since noon.");
        assertThat(outcome()).isEqualTo("joined");
    }

    @Test
    void an_answer_that_is_quicker_than_what_it_answers_waits_for_it() {
        keep(from("ann@example.org", "Slow", "Message-ID: <slow@example.org>", "first"));
        world.makes("update mail.incoming set next_at = now() + interval '1 hour' where mail_id = 'slow@example.org'");
        deliver(from("ann@example.org", "Re: Slow", "In-Reply-To: <slow@example.org>", "second"));
        assertThat(world.knows("select count(*) from mail.incoming where state = 'waiting'")).isEqualTo("2");
        world.makes("update mail.incoming set next_at = now() where mail_id = 'slow@example.org'");
        workOff();
        world.makes("update mail.incoming set next_at = now()");
        workOff();
        assertThat(texts(ANN, opened("Slow").id())).containsExactly("first", "second");
    }

    @Test
    void an_answer_joins_by_the_ticket_mark_in_its_subject() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Marked", "first");
        deliver(from("ann@example.org", "Re: Marked [" + world.number(ticket) + "]", "", "second"));
        assertThat(texts(ANN, ticket)).containsExactly("first", "second");
    }

    @Test
    void an_answer_to_our_signed_address_joins_and_is_verified() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Signed", "first");
        String address = sent(ticket, ANN, "ann@example.org");
        deliver(from("ann@example.org", "no mark here", "", "second").replace("help@desk.example", address));
        Message joined = acting(FAY, () -> conversations.open(ticket)).messages().getLast();
        assertThat(List.of(joined.text(), joined.verified(), joined.right().key())).isEqualTo(List.of("second", true, "served"));
    }

    @Test
    void a_signature_that_is_not_ours_leads_nowhere() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Forged", "first");
        String address = sent(ticket, ANN, "ann@example.org");
        char other = address.charAt(20) == 'a' ? 'b' : 'a';
        deliver(from("ann@example.org", "Forged signature", "", "second").replace("help@desk.example", address.substring(0, 20) + other + address.substring(21)));
        assertThat(texts(ANN, ticket)).containsExactly("first");
        assertThat(opened("Forged signature").served()).isEqualTo(ANN);
    }

    @Test
    void a_stranger_who_guesses_a_number_gets_a_ticket_of_their_own() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Guessed", "secret words");
        for (String stranger : List.of("mallory@evil.example", "cat@example.org", "kim@example.org")) {
            deliver(from(stranger, "Re: Let me in " + stranger + " [" + world.number(ticket) + "]", "", "what is it about?"));
            assertThat(opened("Re: Let me in " + stranger + " [" + world.number(ticket) + "]").id()).isNotEqualTo(ticket);
        }
        assertThat(texts(ANN, ticket)).containsExactly("secret words");
    }

    @Test
    void a_stranger_becomes_a_person_without_a_way_in_and_is_the_same_person_next_time() {
        deliver(from("Zoë Ångström <zoe@far.example>", "Hello there", "", "Who are you?"));
        deliver(from("ZOE@far.example", "And again", "", "Me again"));
        long zoe = opened("Hello there").served();
        assertThat(opened("And again").served()).isEqualTo(zoe);
        assertThat(world.knows("select name || ' ' || (select count(*) from people.address where person_id = p.id and confirmed_at is not null) from people.person p where id = " + zoe))
                .isEqualTo("Zoë Ångström 0");
        assertThat(world.knows("select password is null and realms = '{0}' from access.account where id = " + zoe)).isEqualTo("t");
    }

    @Test
    void a_strangers_address_is_confirmed_when_our_server_vouches_for_it() {
        deliver("Authentication-Results: mx.desk.example; dkim=pass header.d=good.example\n" + from("yan@good.example", "Vouched", "", "x"));
        assertThat(world.knows("select confirmed_at is not null from people.address where address = 'yan@good.example'")).isEqualTo("t");
    }

    @Test
    void somebody_unknown_who_answers_our_mail_to_another_joins_unverified_and_reads_nothing() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Passed around", "first");
        deliver(from("Uncle <uncle@home.example>", "Re: it", "", "I know this").replace("help@desk.example", sent(ticket, ANN, "ann@example.org")));
        Message joined = acting(FAY, () -> conversations.open(ticket)).messages().getLast();
        assertThat(joined.sender()).isEqualTo("Uncle <uncle@home.example>");
        assertThat(joined.author()).isNull();
        assertThat(joined.verified()).isFalse();
        assertThat(world.knows("select count(*) from people.address where address = 'uncle@home.example'")).isEqualTo("0");
    }

    @Test
    void a_person_writes_from_any_of_their_addresses() {
        world.makes("insert into people.address (person_id, address, confirmed_at) values (101, 'a.archer@private.example', now()), (101, 'ann.archer@old.example', null)");
        deliver("Authentication-Results: mx.desk.example; dmarc=pass header.from=private.example\n" + from("a.archer@private.example", "From home", "", "x"));
        assertThat(opened("From home").served()).isEqualTo(ANN);
        assertThat(first("From home").verified()).isTrue();
        deliver("Authentication-Results: mx.desk.example; dmarc=pass header.from=old.example\n" + from("ann.archer@old.example", "From an address nobody confirmed", "", "x"));
        assertThat(first("From an address nobody confirmed").verified()).isFalse();
    }

    @Test
    void whom_the_one_served_copies_in_reads_that_and_what_follows() {
        String known = "Authentication-Results: mx.desk.example; dmarc=pass header.from=example.org\n";
        deliver(known + from("ann@example.org", "Copied", "Message-ID: <copied@example.org>", "first"));
        long ticket = opened("Copied").id();
        deliver(known + from("ann@example.org", "Re: Copied", "In-Reply-To: <copied@example.org>\nCc: Ben <ben@example.org>, someone@else.example", "second"));
        assertThat(texts(BEN, ticket)).containsExactly("second");
        deliver(from("ben@example.org", "Re: Copied", "In-Reply-To: <copied@example.org>", "third"));
        assertThat(texts(ANN, ticket)).containsExactly("first", "second", "third");
    }

    @Test
    void nobody_is_let_in_by_a_mail_that_is_not_surely_from_the_one_served() {
        deliver(from("ann@example.org", "Not surely", "Message-ID: <notsure@example.org>\nCc: cat@example.org", "first"));
        long ticket = opened("Not surely").id();
        assertThat(world.sees(CAT, "select text from conversations.message where conversation_id = ?", ticket)).isEmpty();
    }

    @Test
    void a_mail_that_an_agent_passes_on_is_for_whoever_wrote_it() {
        deliver("Authentication-Results: mx.desk.example; dmarc=pass header.from=example.org\n" + from("eve@example.org", "Fwd: No sound", "", """
                She is in room 4.

                ---------- Forwarded message ---------
                From: Ben Baker <ben@example.org>
                Date: Mon, 2 Nov 2026 at 10:00
                Subject: No sound
                To: Eve Eaton <eve@example.org>

                The speakers are silent.
                """));
        var opened = opened("No sound");
        assertThat(opened.served()).isEqualTo(BEN);
        List<Message> said = acting(EVE, () -> conversations.open(opened.id())).messages();
        assertThat(said).extracting(Message::text).containsExactlyInAnyOrder("The speakers are silent.", "She is in room 4.");
        assertThat(said).filteredOn(m -> m.kind() == Message.Kind.NOTES).extracting(Message::sender).containsExactly("Eve Eaton");
        assertThat(world.knows("select raised_by from tickets.ticket where id = " + opened.id())).isEqualTo("105");
    }

    @Test
    void a_mail_passed_on_by_somebody_who_is_no_agent_or_not_surely_one_is_their_own() {
        String forward = "FYI\n\n---------- Forwarded message ---------\nFrom: Cat <cat@example.org>\nDate: Mon\nSubject: Hers\nTo: x@example.org\n\nwords";
        deliver("Authentication-Results: mx.desk.example; dmarc=pass header.from=example.org\n" + from("ben@example.org", "Fwd: Hers by Ben", "", forward));
        deliver(from("eve@example.org", "Fwd: Hers by Eve", "", forward));
        assertThat(opened("Fwd: Hers by Ben").served()).isEqualTo(BEN);
        assertThat(opened("Fwd: Hers by Eve").served()).isEqualTo(EVE);
    }

    @Test
    void an_agents_answer_by_mail_is_the_agents_answer() {
        long ticket = world.raised(ANN, ANN, NETWORK, "By mail", "first");
        deliver(from("fay@example.org", "Re: By mail", "", "Try it now.").replace("help@desk.example", sent(ticket, FAY, "fay@example.org")));
        Message answer = acting(ANN, () -> conversations.open(ticket)).messages().getLast();
        assertThat(List.of(answer.text(), answer.byDesk())).isEqualTo(List.of("Try it now.", true));
        assertThat(world.knows("select stage || (answered_at is not null) from tickets.ticket where id = " + ticket)).isEqualTo("opentrue");
    }

    @Test
    void an_automatic_answer_joins_marked_and_opens_nothing_again() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Away", "first");
        world.makes("update tickets.ticket set stage = 'solved', solved_at = now() where id = " + ticket);
        deliver(from("ann@example.org", "Out of office [" + world.number(ticket) + "]", "Auto-Submitted: auto-replied", "I am away"));
        assertThat(acting(FAY, () -> conversations.open(ticket)).messages().getLast().automatic()).isTrue();
        assertThat(world.knows("select stage from tickets.ticket where id = " + ticket)).isEqualTo("solved");
        deliver(from("ben@example.org", "Out of office", "Auto-Submitted: auto-replied", "I am away, too"));
        assertThat(outcome()).isEqualTo("automatic");
    }

    @Test
    void a_bounce_stands_at_the_mail_that_bounced_and_the_ticket_comes_up() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Bounced", "first");
        sent(ticket, ANN, "ann@example.org");
        String id = world.knows("select mail_id from mail.outgoing where conversation_id = " + ticket);
        deliver("""
                From: MAILER-DAEMON@mx.example
                To: help@desk.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                It could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; ann@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 user unknown

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s>
                Subject: Bounced
                --b--
                """.formatted(id));
        assertThat(world.knows("select state || ' ' || failure from mail.outgoing where conversation_id = " + ticket)).isEqualTo("bounced user_unknown");
        assertThat(world.sees(FAY, "select verb from log.event where subject = 'ticket' and subject_id = ?", ticket)).contains("ticket.mail_bounced");
        assertThat(outcome()).isEqualTo("bounce");
    }

    @Test
    void the_same_letter_counts_once_on_whatever_ways_it_came() {
        String letter = from("ann@example.org", "Twice", "Message-ID: <twice@example.org>", "once");
        deliver("Received: from a by b\n" + letter);
        deliver("Received: from c by d\nDelivered-To: help@desk.example\n" + letter);
        assertThat(world.knows("select count(*) from tickets.ticket where subject = 'Twice'")).isEqualTo("1");
    }

    @Test
    void what_comes_back_to_us_is_put_aside_and_an_administrator_can_let_it_in() {
        deliver(from("help@desk.example", "Round and round", "", "loop"));
        String key = world.knows("select key from mail.incoming where state = 'put_aside' order by id desc limit 1");
        try (Visit hal = Visit.by(world, whom, HAL)) {
            assertThat(hal.get("/mail").body()).contains("a loop").doesNotContain("Round and round").doesNotContain("desk.example");
            assertThat(hal.post("/mail/aside/" + key + "/again").location()).isEqualTo("/mail");
        }
        workOff();
        assertThat(opened("Round and round").id()).isPositive();
    }

    @Test
    void by_http_a_service_account_is_believed_as_our_server_and_a_person_never() throws Exception {
        String vouched = "Authentication-Results: mx.desk.example; dmarc=pass header.from=example.org\n";
        var taken = post(world.token(World.ROBOT, "mail:deliver"), "message/rfc822", vouched + from("ann@example.org", "By HTTP", "Message-ID: <http1@example.org>", "x"));
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.body()).contains("\"known\":false");
        assertThat(post(world.token(World.ROBOT, "mail:deliver"), "message/rfc822", vouched + from("ann@example.org", "By HTTP", "Message-ID: <http1@example.org>", "x")).body()).contains("\"known\":true");
        assertThat(post(world.token(HAL, "mail:deliver"), "message/rfc822", vouched + from("ann@example.org", "By an administrator", "", "x")).statusCode()).isEqualTo(202);
        assertThat(post(world.token(ANN, "mail:deliver"), "message/rfc822", from("ben@example.org", "By anybody", "", "x")).statusCode()).isEqualTo(403);
        assertThat(post(world.token(World.ROBOT, "tickets:write"), "message/rfc822", from("ben@example.org", "Without the scope", "", "x")).statusCode()).isEqualTo(403);
        assertThat(post(world.token(World.ROBOT, "mail:deliver"), "message/rfc822", "").statusCode()).isEqualTo(422);
        assertThat(post(world.token(World.ROBOT, "mail:deliver"), "application/json", "{}").statusCode()).isEqualTo(415);
        workOff();
        assertThat(first("By HTTP").verified()).isTrue();
        assertThat(first("By an administrator").verified()).isFalse();
        assertThat(world.knows("select count(*) from tickets.ticket where subject in ('By anybody', 'Without the scope')")).isEqualTo("0");
    }

    private HttpResponse<String> post(String token, String type, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(whom.address() + "/api/v1/mail")).header("Authorization", "Bearer " + token).header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Letters.bytes(body))).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void a_poisonous_letter_stops_no_other() {
        world.makes("create function tickets.poison() returns trigger language plpgsql as $$ begin if new.subject = 'Poison' then raise 'no' using errcode = '22000'; end if; return new; end $$");
        world.makes("create trigger poison before insert on tickets.ticket for each row execute function tickets.poison()");
        keep(from("ann@example.org", "Poison", "", "x"));
        deliver(from("ann@example.org", "Healthy", "", "x"));
        assertThat(opened("Healthy").served()).isEqualTo(ANN);
        for (int tries = 0; tries < 3; tries++) {
            world.makes("update mail.incoming set next_at = now() where state = 'waiting'");
            workOff();
        }
        assertThat(world.knows("select state || ' ' || failure from mail.incoming order by id desc offset 1 limit 1")).startsWith("put_aside ").contains("22000");
        world.makes("drop trigger poison on tickets.ticket");
        world.makes("update mail.incoming set state = 'waiting', next_at = now() where state = 'put_aside' and failure like '%22000'");
        workOff();
        assertThat(opened("Poison").served()).isEqualTo(ANN);
    }

    @Test
    void files_and_the_mails_own_form_come_along() {
        deliver("""
                From: ann@example.org
                To: help@desk.example
                Subject: With files
                Message-ID: <files@example.org>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html

                <p>See <b>this</b><script>alert(1)</script></p>
                --b
                Content-Type: text/plain; name="../trace.txt"
                Content-Disposition: attachment; filename="../trace.txt"

                hop 1
                --b--
                """);
        Message first = first("With files");
        assertThat(first.html()).isTrue();
        assertThat(first.text()).contains("See this");
        assertThat(first.files()).extracting(f -> f.name()).containsExactly("trace.txt");
    }

    @Test
    void mail_to_a_services_address_is_about_that_service() {
        world.makes("insert into mail.mailbox (address, service_id) values ('network@desk.example', 21)");
        deliver(from("ann@example.org", "To the network people", "", "x").replace("help@desk.example", "network+urgent@desk.example"));
        assertThat(world.knows("select service_id || ' ' || team_id from tickets.ticket where subject = 'To the network people'")).isEqualTo("21 12");
    }

    @Test
    void letters_that_nobody_could_store_are_stored_nevertheless() {
        arrivals.keep(Letters.rawBytes("From: ann@example.org\nSubject: zero \0 and \u00ed\u00a0\u0080\n\nbody \0 with zeros"), "", true);
        arrivals.keep(new byte[] {0, 1, 2}, "", true);
        workOff();
        assertThat(world.knows("select count(*) from mail.incoming where state = 'waiting'")).isEqualTo("0");
        assertThat(world.knows("select count(*) from tickets.ticket where subject like 'zero and%'")).isEqualTo("1");
    }

    private record Ticket(long id, long served) {}

    private Ticket opened(String subject) {
        return world.database().asOwner().sql("select id, served_id from tickets.ticket where subject = ?").param(subject).query((row, n) -> new Ticket(row.getLong(1), row.getLong(2))).single();
    }

    private Message first(String subject) {
        return acting(EVE, () -> conversations.open(opened(subject).id())).messages().getFirst();
    }

    private List<String> texts(long person, long ticket) {
        return acting(person, () -> conversations.open(ticket)).messages().stream().map(Message::text).toList();
    }

    /** The signed address of a mail that carried a ticket's first message to somebody. */
    private String sent(long ticket, long person, String address) {
        String id = world.knows("insert into mail.outgoing (message_id, conversation_id, recipient_id, address, mail_id, kind, automatic, state, sent_at) select min(id), conversation_id, " + person + ", '"
                + address + "', 'w.' || replace(gen_random_uuid()::text, '-', '') || '@desk.example', 'answer', false, 'sent', now() from conversations.message where conversation_id = " + ticket
                + " group by conversation_id returning id");
        return new AnswerAddress(world.knows("select value from mail.setting where name = 'reply_secret'")).of("help@desk.example", Long.parseLong(id));
    }

    private String outcome() {
        return world.knows("select outcome from mail.incoming order by id desc limit 1");
    }

    private static String from(String sender, String subject, String more, String text) {
        return "From: " + sender + "\nTo: help@desk.example\nSubject: " + subject + "\n" + (more.contains("Message-ID") ? "" : "Message-ID: <m" + COUNT.incrementAndGet() + "@test.example>\n")
                + (more.isEmpty() ? "" : more + "\n") + "\n" + text;
    }

    private void deliver(String letter) {
        keep(letter);
        workOff();
    }

    private void keep(String letter) {
        arrivals.keep(Letters.bytes(letter), "", true);
    }

    private void workOff() {
        for (int i = 0; i < 50 && arrivals.work(); i++) {
            continue;
        }
    }
}
