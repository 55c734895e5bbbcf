package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.HAL;
import static whom.World.IDA;
import static whom.World.JON;
import static whom.World.NETWORK;
import static whom.World.acting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.database.TestDatabase;
import whom.kernel.NotFound;

/** Breaking the seal (P4), answering by link (P8). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealsTest {

    private final World world;
    private final Seals seals;
    private final Conversations conversations;
    private final Readers readers;
    private final AnswerLinks links;

    SealsTest(TestDatabase database, Seals seals, Conversations conversations, Readers readers, AnswerLinks links) {
        this.world = World.in(database);
        this.seals = seals;
        this.conversations = conversations;
        this.readers = readers;
        this.links = links;
    }

    private long ticket() {
        return world.raised(ANN, ANN, NETWORK, "VPN drops", "every hour");
    }

    private String ask(long who, String number) {
        return acting(who, () -> seals.ask(new AskToBreak(number, "An inquiry into a theft", 3, null, null)));
    }

    private boolean reads(long who, long ticket) {
        return !world.sees(who, "select id from conversations.message where conversation_id = ?", ticket).isEmpty();
    }

    @Test
    void asking_alone_opens_nothing_and_approving_opens_reading_alone_for_hours() {
        long ticket = ticket();
        String key = ask(HAL, world.number(ticket));
        assertThat(reads(HAL, ticket)).isFalse();
        acting(IDA, () -> seals.decide(key, true));
        assertThat(reads(HAL, ticket)).isTrue();
        assertThat(reads(IDA, ticket)).as("who approves does not read").isFalse();
        assertThatThrownBy(() -> acting(HAL, () -> conversations.say(ticket, "hello", List.of()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting(HAL, () -> conversations.note(ticket, "hello", List.of()))).isInstanceOf(NotFound.class);
        assertThat(world.knows("select until - since from conversations.seal_break where key = '" + key + "'")).isEqualTo("03:00:00");
        world.makes("update conversations.reader set since = now() - interval '4 hours', until = now() where \"right\" = 'seal' and conversation_id = " + ticket);
        assertThat(reads(HAL, ticket)).isFalse();
    }

    @Test
    void the_one_served_is_told_at_once_and_sees_who_can_read() {
        long ticket = ticket();
        String key = ask(HAL, world.number(ticket));
        assertThat(acting(ANN, () -> seals.of(world.number(ticket)))).as("not before it was approved").isEmpty();
        acting(IDA, () -> seals.decide(key, true));
        assertThat(acting(ANN, () -> seals.of(world.number(ticket)))).singleElement().satisfies(b -> assertThat(b.purpose()).isEqualTo("An inquiry into a theft"));
        assertThat(acting(ANN, () -> readers.whoCanRead(ticket, "en"))).anySatisfy(r -> assertThat(r.right()).isEqualTo(Right.SEAL));
        assertThat(world.sees(ANN, "select verb from log.event where subject_id = ? and verb like 'ticket.seal%'", ticket)).containsExactly("ticket.seal_broken");
        assertThat(acting(JON, seals::list)).anySatisfy(b -> assertThat(b.key()).isEqualTo(key));
        acting(HAL, () -> seals.end(key));
        assertThat(reads(HAL, ticket)).isFalse();
    }

    @Test
    void a_telling_that_the_law_delays_shows_nowhere_until_its_day_and_then_everywhere() {
        long ticket = ticket();
        String number = world.number(ticket);
        String key = acting(HAL, () -> seals.ask(new AskToBreak(number, "An inquiry into a theft", 3, "an order of the court", Instant.now().plus(Duration.ofDays(400)))));
        acting(IDA, () -> seals.decide(key, true));
        acting(HAL, () -> conversations.open(ticket));
        assertThat(world.knows("select tell_at <= now() + interval '90 days' from conversations.seal_break where key = '" + key + "'")).isEqualTo("t");
        for (long who : new long[] {ANN, FAY}) {
            assertThat(acting(who, () -> readers.whoCanRead(ticket, "en"))).noneSatisfy(r -> assertThat(r.right()).isEqualTo(Right.SEAL));
            assertThat(acting(who, () -> seals.of(number))).isEmpty();
            assertThat(world.sees(who, "select verb from log.event where subject_id = ? and verb like '%seal%'", ticket)).isEmpty();
        }
        assertThat(acting(ANN, () -> readers.whoHasRead(ticket, "en"))).isEmpty();
        assertThat(world.sees(Actor.Machine.JOBS, "select conversations.tell_of_breaks()")).isEmpty();
        world.makes("update conversations.seal_break set tell_at = now() where key = '" + key + "'");
        assertThat(world.sees(Actor.Machine.JOBS, "select conversations.tell_of_breaks()")).hasSize(1);
        assertThat(world.sees(Actor.Machine.JOBS, "select conversations.tell_of_breaks()")).as("once").isEmpty();
        assertThat(acting(ANN, () -> readers.whoHasRead(ticket, "en"))).singleElement().satisfies(r -> assertThat(r.right()).isEqualTo(Right.SEAL));
        assertThat(acting(ANN, () -> seals.of(number))).hasSize(1);
        assertThat(world.sees(ANN, "select verb from log.event where subject_id = ? and verb = 'ticket.seal_broken'", ticket)).hasSize(1);
    }

    @Test
    void a_number_that_names_nothing_is_asked_for_and_approved_alike() {
        String nothing = ask(HAL, world.number(888_888));
        String something = ask(HAL, world.number(ticket()));
        var asked = acting(HAL, seals::list).stream().filter(b -> List.of(nothing, something).contains(b.key())).toList();
        assertThat(asked).hasSize(2).allSatisfy(b -> assertThat(b.state()).isEqualTo(SealBreak.State.ASKED));
        assertThatThrownBy(() -> world.sees(HAL, "select conversation_id from conversations.seal_break")).hasMessageContaining("seal_break");
        acting(IDA, () -> seals.decide(nothing, true));
    }

    @Test
    void nobody_decides_who_asked_who_shares_a_team_who_is_above_or_whose_conversation_it_is() {
        long ticket = ticket();
        world.makes("insert into access.role_grant (account_id, role) values (101, 'seal_keeper'), (104, 'seal_keeper'), (106, 'seal_keeper'), (107, 'seal_keeper')");
        String byFay = ask(FAY, world.number(ticket));
        for (long who : new long[] {ANN, FAY, whom.World.GUS, whom.World.DAN, HAL, EVE}) {
            assertThatThrownBy(() -> acting(who, () -> seals.decide(byFay, true))).as("%s", who).isInstanceOf(NotFound.class);
        }
        acting(IDA, () -> seals.decide(byFay, false));
        assertThatThrownBy(() -> acting(IDA, () -> seals.decide(byFay, true))).isInstanceOf(NotFound.class);
        world.makes("delete from access.role_grant where account_id in (101, 104, 106, 107)");
    }

    @Test
    void an_ask_lapses_after_a_week() {
        String key = ask(HAL, world.number(ticket()));
        world.makes("update conversations.seal_break set asked_at = now() - interval '8 days' where key = '" + key + "'");
        assertThatThrownBy(() -> acting(IDA, () -> seals.decide(key, true))).isInstanceOf(NotFound.class);
        assertThat(acting(HAL, seals::list)).anySatisfy(b -> assertThat(b.state()).isEqualTo(SealBreak.State.LAPSED));
    }

    @Test
    void people_outside_cannot_even_ask() {
        assertThatThrownBy(() -> ask(ANN, world.number(ticket()))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_link_shows_what_its_mail_said_and_takes_an_answer_as_long_as_its_person_may_read() {
        long ticket = ticket();
        long answer = acting(FAY, () -> conversations.say(ticket, "Is it better now?", List.of()));
        acting(FAY, () -> conversations.say(ticket, "A later word", List.of()));
        String secret = Actor.as(Actor.Machine.MAIL, () -> links.make(answer, ANN)).shown();
        assertThat(links.open(secret)).satisfies(opened -> {
            assertThat(opened.text()).isEqualTo("Is it better now?");
            assertThat(opened.number()).isEqualTo(world.number(ticket));
        });
        links.answer(secret, "", "Yes, it is", List.of());
        assertThat(acting(FAY, () -> conversations.read(ticket)).messages().getLast()).satisfies(m -> {
            assertThat(m.text()).isEqualTo("Yes, it is");
            assertThat(m.right()).isEqualTo(Right.SERVED);
            assertThat(m.channel()).isEqualTo("link");
        });
        assertThatThrownBy(() -> links.open("wrong")).isInstanceOf(NotFound.class);
        world.makes("update access.account set closed_at = now() where id = 101");
        assertThatThrownBy(() -> links.open(secret)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.answer(secret, "", "x", List.of())).isInstanceOf(NotFound.class);
        world.makes("update access.account set closed_at = null where id = 101");
    }

    @Test
    void a_link_of_somebody_who_was_let_in_ends_with_that() {
        long ticket = ticket();
        String key = acting(ANN, () -> readers.letIn(new LetIn(whom.World.BEN, ticket, null, Instant.now().plus(Duration.ofDays(3)), List.of())));
        long answer = acting(FAY, () -> conversations.say(ticket, "for both", List.of()));
        String secret = Actor.as(Actor.Machine.MAIL, () -> links.make(answer, whom.World.BEN)).shown();
        assertThat(links.open(secret).text()).isEqualTo("for both");
        acting(ANN, () -> readers.takeBack(key));
        assertThatThrownBy(() -> links.open(secret)).isInstanceOf(NotFound.class);
    }

    @Test
    void five_wrong_codes_end_a_code() {
        long ticket = ticket();
        String right = "encode(sha256('123456'), 'hex')";
        world.asks(ANN, "select conversations.make_admission(?, sha256('123456'), interval '15 minutes')", ticket);
        for (int i = 0; i < 5; i++) {
            assertThat(world.asks(EVE, "select conversations.admit(?, sha256('000000'), 11)", world.number(ticket))).isEqualTo("null");
        }
        assertThat(world.asks(EVE, "select conversations.admit(?, sha256('123456'), 11)", world.number(ticket))).isEqualTo("null");
        world.asks(ANN, "select conversations.make_admission(?, sha256('123456'), interval '15 minutes')", ticket);
        assertThat(world.asks(EVE, "select conversations.admit(?, sha256('123456'), 12)", world.number(ticket))).as("not for a team of others").isEqualTo("null");
        assertThat(world.asks(HAL, "select conversations.admit(?, sha256('123456'), 11)", world.number(ticket))).isEqualTo("null");
        assertThat(world.asks(EVE, "select conversations.admit(?, sha256('123456'), 11)", world.number(ticket))).isEqualTo("" + ticket);
        assertThat(world.asks(ANN, "select conversations.end_admission(?, 11)", ticket)).isEqualTo("t");
        assertThat(reads(EVE, ticket)).isFalse();
    }
}
