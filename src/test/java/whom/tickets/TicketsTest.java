package whom.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import whom.World;
import whom.database.TestDatabase;
import whom.database.WithDatabase;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.kernel.Refused;

@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketsTest {

    private final World world;
    private final Tickets tickets;

    TicketsTest(TestDatabase database) {
        this.world = World.in(database);
        this.tickets = new Tickets(new TicketStore(world.rows()), new TicketNumbers(world.rows()), new StaticListableBeanFactory().getBeanProvider(Clock.class), _ -> {}, new StaticListableBeanFactory().getBeanProvider(Foreseeing.class));
    }

    @Test
    void a_ticket_that_is_raised_has_a_number_a_team_and_a_priority() {
        Ticket ticket = find(World.FAY, raise("VPN drops"));
        assertThat(ticket.stage()).isEqualTo(Stage.NEW);
        assertThat(ticket.team()).isEqualTo(World.NETWORK_TEAM);
        assertThat(ticket.priority().rank()).isEqualTo(3);
        assertThat(ticket.hasPromise()).isFalse();
        assertThat(ticket.right()).isEqualTo("team");
    }

    @Test
    void nobody_raises_a_ticket_for_somebody_they_cannot_see() {
        Refused refused = catchThrowableOfType(Refused.class, () -> as(World.KIM, () -> tickets.raise(about(World.ANN, "For Ann"))));
        assertThat(refused.field()).isEqualTo("served");
    }

    @Test
    void what_may_not_be_seen_answers_as_what_does_not_exist() {
        String number = raise("Quiet");
        for (long person : List.of(World.LEO, World.CAT, World.DAN, World.HAL, World.KIM)) {
            for (String asked : List.of(number, world.number(99_999), "222-2222", "no number", "")) {
                assertThatThrownBy(() -> find(person, asked)).isInstanceOf(NotFound.class);
                assertThatThrownBy(() -> as(person, () -> tickets.assign(asked, null, person))).isInstanceOf(NotFound.class);
                assertThatThrownBy(() -> as(person, () -> tickets.move(asked, null, StageChange.to(Stage.SOLVED)))).isInstanceOf(NotFound.class);
                assertThatThrownBy(() -> passOn(person, asked, "payroll")).isInstanceOf(NotFound.class);
            }
        }
    }

    @Test
    void the_one_served_reads_it_and_does_not_work_on_it() {
        String number = raise("Mine");
        assertThat(find(World.ANN, number).right()).isEqualTo("served");
        assertThatThrownBy(() -> as(World.ANN, () -> tickets.prioritise(number, null, new Priority(1, 1)))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(World.ANN, () -> tickets.assign(number, null, World.ANN))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_one_served_says_that_it_is_solved_or_still_not() {
        String number = raise("Mine too");
        assertThat(as(World.ANN, () -> tickets.judge(number, true)).stage()).isEqualTo(Stage.SOLVED);
        assertThat(as(World.ANN, () -> tickets.judge(number, false)).stage()).isEqualTo(Stage.OPEN);
        assertThatThrownBy(() -> as(World.FAY, () -> tickets.judge(number, true))).isInstanceOf(NotFound.class);
    }

    @Test
    void it_is_assigned_to_somebody_of_a_team_that_is_on_it() {
        String number = raise("To Gus");
        assertThat(as(World.FAY, () -> tickets.assign(number, null, World.GUS)).assignee()).isEqualTo(World.GUS);
        assertThat(as(World.GUS, () -> tickets.assign(number, null, null)).assignee()).isNull();
        assertThat(catchThrowableOfType(Refused.class, () -> as(World.FAY, () -> tickets.assign(number, null, World.LEO))).key()).isEqualTo("tickets.assignment.cannot");
        assertThat(catchThrowableOfType(Refused.class, () -> as(World.FAY, () -> tickets.assign(number, null, World.ANN))).key()).isEqualTo("tickets.assignment.cannot");
    }

    @Test
    void somebody_faster_is_not_overwritten() {
        String number = raise("Twice");
        int seen = find(World.FAY, number).version();
        as(World.GUS, () -> tickets.assign(number, seen, World.GUS));
        assertThatThrownBy(() -> as(World.FAY, () -> tickets.assign(number, seen, World.FAY))).isInstanceOf(Changed.class);
        assertThatThrownBy(() -> as(World.FAY, () -> tickets.move(number, seen, StageChange.to(Stage.SOLVED)))).isInstanceOf(Changed.class);
        assertThat(find(World.FAY, number).assignee()).isEqualTo(World.GUS);
    }

    @Test
    void a_team_that_passed_it_on_stays_on_it_until_it_closes() {
        String number = raise("Passed on");
        as(World.FAY, () -> tickets.assign(number, null, World.FAY));
        passOn(World.FAY, number, "payroll");
        Ticket passed = find(World.LEO, number);
        assertThat(passed.team()).isEqualTo(World.PAYROLL_TEAM);
        assertThat(passed.assignee()).isNull();
        assertThat(find(World.FAY, number).isWorkedOnBy()).isTrue();
        assertThat(as(World.FAY, () -> tickets.move(number, null, StageChange.to(Stage.CLOSED)))).isEmpty();
        assertThatThrownBy(() -> find(World.FAY, number)).isInstanceOf(NotFound.class);
        assertThat(find(World.LEO, number).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_team_that_is_asked_in_reads_and_the_holder_stays() {
        String number = raise("Two teams");
        as(World.FAY, () -> {
            tickets.askIn(number, null, "payroll", "they know the printer");
            return null;
        });
        assertThat(find(World.LEO, number).team()).isEqualTo(World.NETWORK_TEAM);
        assertThat(refusedPassing(number, "nowhere").key()).isEqualTo("tickets.team.unknown");
        assertThat(refusedPassing(number, "network").key()).isEqualTo("tickets.team.already");
    }

    @Test
    void waiting_ends_when_the_one_served_answers() {
        String number = raise("Waiting");
        as(World.FAY, () -> tickets.move(number, null, new StageChange(Stage.WAITING_USER, Instant.now().plus(Duration.ofDays(2)), "")));
        say(World.FAY, number, "main", "Which one?");
        assertThat(find(World.FAY, number).stage()).isEqualTo(Stage.WAITING_USER);
        say(World.ANN, number, "main", "The blue one");
        Ticket answered = find(World.FAY, number);
        assertThat(answered.stage()).isEqualTo(Stage.OPEN);
        assertThat(answered.stageUntil()).isNull();
    }

    @Test
    void the_desks_first_words_answer_a_ticket_and_a_note_does_not() {
        String number = raise("First answer");
        say(World.FAY, number, "notes", "I look");
        assertThat(find(World.FAY, number).answered()).isNull();
        say(World.ANN, number, "main", "Hello?");
        assertThat(find(World.FAY, number).answered()).isNull();
        say(World.FAY, number, "main", "Hello Ann");
        Ticket answered = find(World.FAY, number);
        assertThat(answered.answered()).isNotNull();
        assertThat(answered.stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void what_was_thought_solved_opens_again_when_the_one_served_says_so() {
        String number = raise("Not solved");
        as(World.FAY, () -> tickets.move(number, null, StageChange.to(Stage.SOLVED)));
        say(World.ANN, number, "main", "Still the same");
        assertThat(find(World.FAY, number).stage()).isEqualTo(Stage.OPEN);
        assertThat(events(number)).contains("ticket.solved", "ticket.reopened");
    }

    @Test
    void neither_words_of_somebody_let_in_nor_a_machines_open_what_was_solved() {
        String number = raise("Solved for good");
        world.asks(World.ANN, "select conversations.let_in(?, (select id from tickets.ticket where number = ?), null, now() + interval '7 days', '{}')", World.BEN, number);
        as(World.FAY, () -> tickets.move(number, null, StageChange.to(Stage.SOLVED)));
        say(World.BEN, number, "main", "Thank you for helping Ann");
        hear(number, World.ANN, true, true);
        hear(number, World.BEN, false, false);
        assertThat(find(World.FAY, number).stage()).isEqualTo(Stage.SOLVED);
        hear(number, World.ANN, false, false);
        assertThat(find(World.FAY, number).stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void only_tickets_of_one_served_person_merge_and_merging_can_be_undone() {
        String one = raise("Once"), again = raise("Again"), bens = as(World.BEN, () -> tickets.raise(about(World.BEN, "Ben's"))).number();
        assertThat(refusedMerging(one, bens).key()).isEqualTo("tickets.merge.other_person");
        assertThat(refusedMerging(one, one).key()).isEqualTo("tickets.link.itself");
        assertThat(refusedMerging(one, world.number(88_888)).key()).isEqualTo("tickets.link.unknown");
        merge(again, one);
        assertThat(find(World.FAY, again).stage()).isEqualTo(Stage.CLOSED);
        assertThat(catchThrowableOfType(Refused.class, () -> as(World.FAY, () -> tickets.move(again, null, StageChange.to(Stage.OPEN)))).key()).isEqualTo("tickets.merge.undo_first");
        as(World.FAY, () -> {
            tickets.unmerge(again, one);
            return null;
        });
        assertThat(find(World.FAY, again).stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void a_ticket_that_one_cannot_work_on_is_linked_as_one_that_does_not_exist() {
        String number = raise("Link");
        String theirs = as(World.KIM, () -> tickets.raise(new RaiseTicket("incident", World.KIM, World.PAYROLL, null, "Theirs", "", Priority.USUAL, "web", "en"))).number();
        for (String other : List.of(theirs, world.number(77_777), "rubbish")) {
            assertThat(catchThrowableOfType(Refused.class, () -> as(World.FAY, () -> {
                tickets.link(number, other);
                return null;
            })).key()).isEqualTo("tickets.link.unknown");
        }
    }

    @Test
    void every_command_writes_one_event_without_words() {
        String number = raise("Secret subject");
        as(World.FAY, () -> tickets.assign(number, null, World.FAY));
        as(World.FAY, () -> tickets.prioritise(number, null, new Priority(1, 1)));
        as(World.FAY, () -> tickets.rename(number, null, "Another secret"));
        as(World.FAY, () -> tickets.moveTo(number, null, "wifi"));
        as(World.FAY, () -> tickets.move(number, null, new StageChange(Stage.WAITING_THIRD_PARTY, Instant.now().plusSeconds(60), "secret supplier")));
        assertThat(events(number)).containsExactly("ticket.raised", "ticket.assigned", "ticket.prioritised", "ticket.renamed", "ticket.service_changed", "ticket.waiting");
        assertThat(world.knows("select string_agg(data::text, ' ') from log.event where subject = 'ticket'")).doesNotContainIgnoringCase("secret");
    }

    private String raise(String subject) {
        return as(World.ANN, () -> tickets.raise(about(World.ANN, subject))).number();
    }

    private static RaiseTicket about(long served, String subject) {
        return new RaiseTicket("incident", served, World.NETWORK, null, subject, "It began this morning.", Priority.USUAL, "web", "en");
    }

    private void say(long person, String number, String thread, String text) {
        world.asks(person, "select conversations.say(t.id, ?, 'en', 'web') from conversations.thread t join tickets.ticket k on k.id = t.conversation_id where k.number = ? and t.kind = ?", text, number, thread);
    }

    private void hear(String number, long author, boolean verified, boolean automatic) {
        world.sees(whom.access.Actor.Machine.MAIL, "select conversations.hear(t.thread_id, ?, 'Somebody', ?, 'by mail', '', '', 'en', null, ?) from conversations.thread_of_number(?) t", author, verified, automatic, number);
    }

    private List<String> events(String number) {
        return world.sees(World.FAY, "select verb from log.event where subject = 'ticket' and subject_id = (select id from tickets.ticket where number = ?) order by id", number);
    }

    private Ticket find(long person, String number) {
        return as(person, () -> tickets.find(number));
    }

    private void passOn(long person, String number, String team) {
        as(person, () -> {
            tickets.passOn(number, null, team, "");
            return null;
        });
    }

    private void merge(String number, String into) {
        as(World.FAY, () -> {
            tickets.merge(number, null, into);
            return null;
        });
    }

    private Refused refusedPassing(String number, String team) {
        return catchThrowableOfType(Refused.class, () -> passOn(World.FAY, number, team));
    }

    private Refused refusedMerging(String number, String into) {
        return catchThrowableOfType(Refused.class, () -> merge(number, into));
    }

    private <T> T as(long person, Callable<T> work) {
        return world.as(person, work);
    }
}
