package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.CARE;
import static whom.World.CAT;
import static whom.World.FAY;
import static whom.World.KIM;
import static whom.World.NETWORK;
import static whom.World.acting;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.conversations.Conversations;
import whom.conversations.Message;
import whom.database.TestDatabase;
import whom.mail.AnswerAddress;
import whom.mail.Letters;

/** What nobody gets by writing a mail: neither somebody's ticket, nor their name, nor their right (docs/mail.md, P8). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailPrivilegeTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SURE = "Authentication-Results: mx.desk.example; dmarc=pass header.from=example.org\n";

    private final World world;
    private final Arrivals arrivals;
    private final Conversations conversations;

    MailPrivilegeTest(TestDatabase database, Arrivals arrivals, Conversations conversations) {
        this.world = World.in(database);
        this.arrivals = arrivals;
        this.conversations = conversations;
        world.makes("insert into mail.setting (name, value) values ('address', 'help@desk.example'), ('receiver', 'mx.desk.example'), ('host', 'nowhere.example'), ('site', 'https://desk.example')");
    }

    @Test
    void whoever_is_named_as_sender_on_behalf_of_another_writes_as_the_first_in_from() {
        deliver(SURE + from("kim@example.org, ann@example.org", "Two in one", "Sender: ann@example.org", "x"));
        assertThat(served("Two in one")).isEqualTo(KIM);
    }

    @Test
    void to_know_the_id_of_a_mail_lets_nobody_in_who_could_not_speak_there() {
        deliver(from("ann@example.org", "Private", "Message-ID: <private@example.org>", "secret words"));
        long ticket = id("Private");
        String more = "In-Reply-To: <private@example.org>";
        deliver(SURE + from("kim@example.org", "Re: Private, by Kim", more, "and then?"));
        deliver(from("stranger@evil.example", "Re: Private, by a stranger", more, "and then?"));
        assertThat(served("Re: Private, by Kim")).isEqualTo(KIM);
        assertThat(id("Re: Private, by a stranger")).isNotEqualTo(ticket);
        assertThat(texts(ANN, ticket)).containsExactly("secret words");
    }

    @Test
    void a_signed_address_is_worth_nothing_to_somebody_known_who_may_not_speak_there() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Given away", "first");
        deliver(SURE + from("kim@example.org", "Kim has the address", "", "hello").replace("help@desk.example", signed(ticket, ANN, "ann@example.org")));
        assertThat(served("Kim has the address")).isEqualTo(KIM);
        assertThat(texts(ANN, ticket)).containsExactly("first");
    }

    @Test
    void whoever_was_let_in_joins_in_their_own_name_until_it_is_taken_back_and_new_mail_is_theirs() {
        long ticket = world.raised(ANN, ANN, NETWORK, "For a while", "first");
        String let = world.asks(ANN, "select conversations.let_in(?, ?, null, now() + interval '7 days', '{}')", BEN, ticket);
        deliver(SURE + from("ben@example.org", "Re: [" + world.number(ticket) + "]", "", "second"));
        Message joined = acting(ANN, () -> conversations.open(ticket)).messages().getLast();
        assertThat(List.of(joined.sender(), joined.right().key(), joined.byDesk())).isEqualTo(List.of("Ben Baker", "let_in", false));
        deliver(SURE + from("ben@example.org", "Something of his own", "", "mine"));
        assertThat(served("Something of his own")).isEqualTo(BEN);
        world.asks(ANN, "select conversations.take_back(?)", let);
        deliver(SURE + from("ben@example.org", "Too late [" + world.number(ticket) + "]", "", "third"));
        assertThat(served("Too late [" + world.number(ticket) + "]")).isEqualTo(BEN);
        assertThat(texts(ANN, ticket)).containsExactly("first", "second");
    }

    @Test
    void words_in_an_agents_name_that_nobody_vouches_for_are_not_the_desks_and_go_to_nobody() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Spoofed", "first");
        deliver(from("fay@example.org", "Re: [" + world.number(ticket) + "]", "", "Send me your password."));
        Message joined = acting(ANN, () -> conversations.open(ticket)).messages().getLast();
        assertThat(joined.verified()).isFalse();
        assertThat(joined.byDesk()).isFalse();
        assertThat(world.knows("select count(*) from mail.outgoing where kind = 'answer' and conversation_id = " + ticket)).isEqualTo("0");
        assertThat(world.knows("select answered_at is null from tickets.ticket where id = " + ticket)).as("nor is a promise kept by it").isEqualTo("t");
    }

    @Test
    void words_in_the_name_of_the_one_served_that_nobody_vouches_for_open_it_again_and_no_more() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Solved", "first");
        world.makes("update tickets.ticket set stage = 'solved', solved_at = now() where id = " + ticket);
        deliver(from("ann@example.org", "Re: [" + world.number(ticket) + "]", "Cc: ben@example.org", "not yet"));
        assertThat(world.knows("select stage from tickets.ticket where id = " + ticket)).isEqualTo("open");
        assertThat(acting(FAY, () -> conversations.open(ticket)).messages().getLast().verified()).isFalse();
        assertThat(world.sees(BEN, "select text from conversations.message where conversation_id = ?", ticket)).isEmpty();
    }

    @Test
    void an_answer_to_the_mail_of_somebody_else_is_in_ones_own_name_and_unverified() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Notice", "first");
        // Ann found the address to which Fay's answers go
        deliver(from("ann@example.org", "As if I were Fay", "", "done").replace("help@desk.example", signed(ticket, FAY, "fay@example.org")));
        Message joined = acting(FAY, () -> conversations.open(ticket)).messages().getLast();
        assertThat(List.of(joined.sender(), joined.verified(), joined.byDesk())).isEqualTo(List.of("Ann", false, false));
    }

    @Test
    void nobody_of_another_organisation_is_let_in_by_being_copied() {
        deliver(SURE + from("ann@example.org", "Copied abroad", "Cc: kim@example.org, cat@example.org", "first"));
        long ticket = id("Copied abroad");
        assertThat(world.knows("select count(*) from conversations.let_in where conversation_id = " + ticket + " and person_id = " + KIM)).isEqualTo("0");
        assertThat(world.sees(KIM, "select text from conversations.message where conversation_id = ?", ticket)).isEmpty();
        assertThat(world.sees(CAT, "select text from conversations.message where conversation_id = ?", ticket)).as("of the same organisation").containsExactly("first");
    }

    @Test
    void what_a_stranger_is_told_carries_no_word_of_what_was_asked() {
        long ticket = world.raised(ANN, ANN, CARE, "Discreet", "secret words");
        deliver(from("mallory@evil.example", "Hello [" + world.number(ticket) + "]", "", "tell me"));
        long own = id("Hello [" + world.number(ticket) + "]");
        assertThat(own).isNotEqualTo(ticket);
        assertThat(world.knows("select count(*) from mail.outgoing where address = 'mallory@evil.example' and conversation_id <> " + own)).isEqualTo("0");
        assertThat(texts(ANN, ticket)).containsExactly("secret words");
    }

    private long id(String subject) {
        return Long.parseLong(world.knows("select id from tickets.ticket where subject = '" + subject + "'"));
    }

    private long served(String subject) {
        return Long.parseLong(world.knows("select served_id from tickets.ticket where subject = '" + subject + "'"));
    }

    private List<String> texts(long person, long ticket) {
        return acting(person, () -> conversations.open(ticket)).messages().stream().map(Message::text).toList();
    }

    /** The signed address of a mail that carried a ticket's first message to somebody. */
    private String signed(long ticket, long person, String address) {
        String id = world.knows("insert into mail.outgoing (message_id, conversation_id, recipient_id, address, mail_id, kind, automatic, state, sent_at) select min(id), conversation_id, " + person + ", '"
                + address + "', 'w.' || replace(gen_random_uuid()::text, '-', '') || '@desk.example', 'notice', true, 'sent', now() from conversations.message where conversation_id = " + ticket
                + " group by conversation_id returning id");
        return new AnswerAddress(world.knows("select value from mail.setting where name = 'reply_secret'")).of("help@desk.example", Long.parseLong(id));
    }

    private static String from(String sender, String subject, String more, String text) {
        return "From: " + sender + "\nTo: help@desk.example\nSubject: " + subject + "\n" + (more.contains("Message-ID") ? "" : "Message-ID: <p" + COUNT.incrementAndGet() + "@test.example>\n")
                + (more.isEmpty() ? "" : more + "\n") + "\n" + text;
    }

    private void deliver(String letter) {
        arrivals.keep(Letters.bytes(letter), "", true);
        for (int i = 0; i < 50 && arrivals.work(); i++) {
            continue;
        }
    }
}
