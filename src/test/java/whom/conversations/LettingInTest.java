package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.CARE;
import static whom.World.CAT;
import static whom.World.DAN;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.GUS;
import static whom.World.KIM;
import static whom.World.NAT;
import static whom.World.NETWORK;
import static whom.World.ODD;
import static whom.World.PAYROLL;
import static whom.World.WIFI;
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
import whom.kernel.Refused;

/** Letting in and taking back, shutting out, raising on behalf (P3); widening (P2). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LettingInTest {

    private static final Instant SOON = Instant.now().plus(Duration.ofDays(7));

    private final World world;
    private final Readers readers;
    private final Conversations conversations;
    private final OnBehalf onBehalf;

    LettingInTest(TestDatabase database, Readers readers, Conversations conversations, OnBehalf onBehalf) {
        this.world = World.in(database);
        this.readers = readers;
        this.conversations = conversations;
        this.onBehalf = onBehalf;
    }

    private long ticket() {
        return world.raised(ANN, ANN, NETWORK, "VPN drops", "every hour");
    }

    private String letIn(long by, long person, Long conversation, Long service, Long... earlier) {
        return acting(by, () -> readers.letIn(new LetIn(person, conversation, service, SOON, List.of(earlier))));
    }

    private List<String> said(long who, long ticket) {
        return acting(who, () -> conversations.read(ticket)).messages().stream().map(Message::text).toList();
    }

    private boolean reads(long who, long ticket) {
        try {
            said(who, ticket);
            return true;
        } catch (NotFound e) {
            return false;
        }
    }

    @Test
    void whoever_is_let_in_reads_what_comes_from_then_on_until_it_is_taken_back() {
        long ticket = ticket();
        String key = letIn(ANN, BEN, ticket, null);
        assertThat(said(BEN, ticket)).isEmpty();
        acting(FAY, () -> conversations.say(ticket, "an answer", List.of()));
        assertThat(said(BEN, ticket)).containsExactly("an answer");
        acting(ANN, () -> readers.takeBack(key));
        assertThat(reads(BEN, ticket)).isFalse();
        assertThatThrownBy(() -> acting(ANN, () -> readers.takeBack(key))).isInstanceOf(NotFound.class);
    }

    @Test
    void messages_picked_once_do_not_come_back_with_a_later_letting_in() {
        long ticket = ticket();
        long first = Long.parseLong(world.knows("select min(id) from conversations.message where conversation_id = " + ticket));
        String key = letIn(ANN, BEN, ticket, null, first);
        assertThat(said(BEN, ticket)).containsExactly("every hour");
        acting(ANN, () -> readers.takeBack(key));
        letIn(ANN, BEN, ticket, null);
        assertThat(said(BEN, ticket)).isEmpty();
    }

    @Test
    void a_message_of_another_conversation_or_a_note_cannot_be_picked() {
        long ticket = ticket();
        long other = world.raised(KIM, KIM, NETWORK, "Kim's", "private");
        long foreign = Long.parseLong(world.knows("select min(id) from conversations.message where conversation_id = " + other));
        long note = acting(FAY, () -> conversations.note(ticket, "a note", List.of()));
        letIn(ANN, BEN, ticket, null, foreign, note);
        assertThat(said(BEN, ticket)).isEmpty();
        assertThat(reads(BEN, other)).isFalse();
    }

    @Test
    void only_the_one_served_lets_in() {
        long ticket = ticket();
        for (long other : new long[] {FAY, CAT, BEN, EVE, KIM}) {
            assertThatThrownBy(() -> letIn(other, DAN, ticket, null)).isInstanceOf(Refused.class);
        }
        assertThat(world.sees(new Actor.Account(ANN, false), "select conversations.let_in(102, ?, null, now() + interval '1 day', '{}')", ticket)).containsExactly("null");
    }

    @Test
    void only_people_of_the_own_organisation_are_let_in_and_for_some_services_no_superior() {
        long ticket = ticket();
        for (long person : new long[] {KIM, ODD, ANN, 987}) {
            assertThatThrownBy(() -> letIn(ANN, person, ticket, null)).isInstanceOf(Refused.class).hasMessage("person: conversations.let_in.refused");
        }
        letIn(ANN, CAT, ticket, null);
        long care = world.raised(ANN, ANN, CARE, "Care", "something personal");
        assertThatThrownBy(() -> letIn(ANN, CAT, care, null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> letIn(ANN, DAN, care, null)).isInstanceOf(Refused.class);
        letIn(ANN, BEN, care, null);
    }

    @Test
    void it_ends_with_the_ticket_and_does_not_come_back_when_that_is_opened_again() {
        long ticket = ticket();
        letIn(ANN, BEN, ticket, null);
        assertThat(reads(BEN, ticket)).isTrue();
        world.makes("update tickets.ticket set stage = 'closed', closed_at = now() where id = " + ticket);
        assertThat(reads(BEN, ticket)).isFalse();
        world.makes("update tickets.ticket set stage = 'open', closed_at = null where id = " + ticket);
        assertThat(reads(BEN, ticket)).isFalse();
        assertThat(reads(ANN, ticket)).isTrue();
        assertThat(reads(FAY, ticket)).isTrue();
    }

    @Test
    void it_is_for_ninety_days_at_most_and_for_a_day_to_come() {
        long ticket = ticket();
        assertThatThrownBy(() -> acting(ANN, () -> readers.letIn(new LetIn(BEN, ticket, null, Instant.now().plus(Duration.ofDays(92)), List.of())))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> acting(ANN, () -> readers.letIn(new LetIn(BEN, ticket, null, Instant.now().minusSeconds(5), List.of())))).isInstanceOf(Refused.class);
        world.asks(ANN, "select conversations.let_in(102, ?, null, 'infinity', '{}')", ticket);
        assertThat(world.knows("select max(until) < now() + interval '91 days' from conversations.reader where conversation_id = " + ticket + " and key = 102")).isEqualTo("t");
    }

    @Test
    void letting_in_for_a_service_covers_what_is_below_it_and_what_is_raised_later_and_nothing_else() {
        long before = ticket();
        String key = letIn(ANN, BEN, null, NETWORK);
        long later = world.raised(ANN, ANN, WIFI, "Wi-Fi", "slow");
        long other = world.raised(ANN, ANN, PAYROLL, "Pay", "late");
        assertThat(reads(BEN, before)).isTrue();
        assertThat(said(BEN, later)).containsExactly("slow");
        assertThat(reads(BEN, other)).isFalse();
        world.makes("update tickets.ticket set service_id = " + PAYROLL + " where id = " + later);
        assertThat(reads(BEN, later)).isFalse();
        acting(ANN, () -> readers.takeBack(key));
        assertThat(reads(BEN, before)).isFalse();
        assertThat(reads(BEN, world.raised(ANN, ANN, NETWORK, "Again", "x"))).isFalse();
    }

    @Test
    void those_let_in_do_not_see_who_else_reads() {
        long ticket = ticket();
        letIn(ANN, BEN, ticket, null);
        letIn(ANN, CAT, ticket, null);
        assertThat(acting(BEN, () -> readers.whoCanRead(ticket, "en"))).extracting(Reader::key).containsExactly(BEN);
        assertThat(acting(ANN, () -> readers.whoCanRead(ticket, "en"))).extracting(Reader::key).containsExactlyInAnyOrder(ANN, -World.NETWORK_TEAM, BEN, CAT);
        assertThat(world.sees(BEN, "select verb from log.event where subject_id = ?", ticket)).isEmpty();
    }

    @Test
    void a_person_concerned_is_shut_out_whatever_else_would_let_them_in() {
        long ticket = ticket();
        assertThat(reads(GUS, ticket)).isTrue();
        acting(ANN, () -> readers.shutOut(ticket, GUS));
        assertThat(reads(GUS, ticket)).isFalse();
        assertThatThrownBy(() -> letIn(ANN, GUS, ticket, null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> acting(FAY, () -> readers.shutOut(ticket, ANN))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting(CAT, () -> readers.shutOut(ticket, FAY))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting(GUS, () -> readers.readmit(ticket, GUS))).isInstanceOf(NotFound.class);
        acting(ANN, () -> readers.readmit(ticket, GUS));
        assertThat(reads(GUS, ticket)).isTrue();
    }

    @Test
    void whoever_raised_it_for_another_keeps_what_they_wrote_unless_that_one_objects() {
        long ticket = world.raised(BEN, ANN, NETWORK, "A chair", "a chair for Ann");
        acting(FAY, () -> conversations.say(ticket, "which colour?", List.of()));
        String number = world.number(ticket);
        assertThat(acting(BEN, () -> onBehalf.byMe(number)).words()).extracting(OnBehalf.Words::text).containsExactly("a chair for Ann");
        assertThat(reads(BEN, ticket)).isFalse();
        assertThatThrownBy(() -> acting(CAT, () -> onBehalf.byMe(number))).isInstanceOf(NotFound.class);
        acting(ANN, () -> readers.objectToRaiser(ticket));
        assertThatThrownBy(() -> acting(BEN, () -> onBehalf.byMe(number))).isInstanceOf(NotFound.class);
    }

    @Test
    void standing_in_ends_when_the_one_served_has_a_confirmed_address() {
        long ticket = world.raised(BEN, NAT, NETWORK, "Moving", "to room 5");
        assertThat(reads(BEN, ticket)).isTrue();
        world.makes("update people.address set confirmed_at = now() where person_id = " + NAT);
        assertThat(reads(BEN, ticket)).isFalse();
        assertThat(reads(NAT, ticket)).isTrue();
        world.makes("update people.address set confirmed_at = null where person_id = " + NAT);
        assertThat(reads(BEN, ticket)).isFalse();
    }

    @Test
    void a_new_member_reads_what_comes_in_at_once_and_what_was_there_after_a_second_persons_yes() {
        long before = ticket();
        world.makes("insert into people.team_member (team_id, person_id, recorded_by) values (12, 105, 106)");
        long after = ticket();
        assertThat(reads(EVE, before)).isFalse();
        assertThat(world.asks(EVE, "select count(*) from tickets.sight where ticket_id = ?", before)).isEqualTo("0");
        assertThat(reads(EVE, after)).isTrue();
        assertThat(world.asks(FAY, "select people.agree_to_member(12, 105)")).as("who let her join is no second person").isEqualTo("f");
        assertThat(world.asks(EVE, "select people.agree_to_member(12, 105)")).isEqualTo("f");
        assertThat(world.asks(GUS, "select people.agree_to_member(12, 105)")).isEqualTo("t");
        assertThat(reads(EVE, before)).isTrue();
        world.makes("delete from people.team_member where team_id = 12 and person_id = 105");
        assertThat(reads(EVE, after)).isFalse();
    }

    @Test
    void a_membership_that_is_written_back_in_time_opens_nothing_older() {
        long before = ticket();
        world.makes("insert into people.team_member (team_id, person_id, since) values (12, 105, now() - interval '1 year')");
        assertThat(reads(EVE, before)).isFalse();
        world.makes("delete from people.team_member where team_id = 12 and person_id = 105");
    }

    @Test
    void declaring_a_service_desk_wide_opens_what_comes_in_and_a_day_later_what_was_there() {
        long before = world.raised(ANN, ANN, PAYROLL, "Pay", "late");
        world.makes("insert into services.desk_wide (service_id, reason) values (22, 'few hands')");
        long after = world.raised(ANN, ANN, PAYROLL, "Pay", "later");
        assertThat(reads(EVE, after)).isTrue();
        assertThat(reads(EVE, before)).isFalse();
        assertThat(acting(ANN, () -> readers.deskWide(PAYROLL))).contains("few hands");
        assertThat(world.knows("select since between now() + interval '23 hours' and now() + interval '25 hours' from conversations.reader where conversation_id = " + before + " and key = 0")).isEqualTo("t");
        world.makes("update services.desk_wide set until = now() where service_id = 22");
        assertThat(reads(EVE, after)).isFalse();
    }

    @Test
    void nobody_finds_people_of_another_organisation_to_let_in() {
        assertThat(acting(ANN, () -> readers.colleagues("be"))).extracting(Person::name).containsExactly("Ben Baker");
        assertThat(acting(ANN, () -> readers.colleagues("BEN@example.org"))).extracting(Person::name).containsExactly("Ben Baker");
        assertThat(acting(ANN, () -> readers.colleagues("Knight"))).isEmpty();
        assertThat(acting(ANN, () -> readers.colleagues("kim@example.org"))).isEmpty();
        assertThat(acting(ANN, () -> readers.colleagues("%%"))).isEmpty();
    }
}
