package whom.tickets.opened;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.conversations.Conversation;
import whom.conversations.Conversations;
import whom.conversations.Message;
import whom.conversations.Upload;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.tickets.Stage;
import whom.tickets.StageChange;
import whom.tickets.Ticket;
import whom.tickets.Tickets;

/** An agent's words and what goes with them, whole or not at all. */
@Component
class Answers {

    /** What becomes of the ticket. */
    enum Then {
        SEND, SOLVE, WAIT;

        static Then of(String typed) {
            return switch (typed.toLowerCase(Locale.ROOT)) {
                case "solve" -> SOLVE;
                case "wait" -> WAIT;
                default -> SEND;
            };
        }
    }

    private final Tickets tickets;
    private final Conversations conversations;

    Answers(Tickets tickets, Conversations conversations) {
        this.tickets = tickets;
        this.conversations = conversations;
    }

    /**
     * @param seen the last message that the writer saw: if somebody else said something since, nothing is sent, and the page shows it
     */
    @Transactional
    public void say(String number, boolean note, String text, List<Upload> files, String seen, Then then) {
        Ticket ticket = tickets.find(number);
        if (!ticket.isWorkedOnBy()) {
            throw new NotFound();
        }
        stopForNews(conversations.read(ticket.id()), seen);
        take(ticket);
        if (note) {
            conversations.note(ticket.id(), text, files);
        } else {
            conversations.say(ticket.id(), text, files);
        }
        Stage stage = tickets.find(number).stage();
        if (then == Then.SOLVE && stage.isOpen()) {
            tickets.move(number, null, StageChange.to(Stage.SOLVED));
        } else if (then == Then.WAIT && stage.mayBecome(Stage.WAITING_USER)) {
            tickets.move(number, null, StageChange.to(Stage.WAITING_USER));
        }
    }

    /** Whoever answers what nobody has, has it. */
    private void take(Ticket ticket) {
        if (ticket.assignee() == null && ticket.stage().isOpen()) {
            tickets.assign(ticket.number(), null, Actor.id());
        }
    }

    private static void stopForNews(Conversation now, String seen) {
        List<Message> messages = now.messages();
        int at = messages.size() - 1;
        while (at >= 0 && !messages.get(at).publicId().toString().equals(seen)) {
            if (!seen.isEmpty() && !messages.get(at).mine()) {
                throw new Refused("text", "tickets.answer.news", Objects.requireNonNullElse(messages.get(at).sender(), ""));
            }
            at--;
        }
    }
}
