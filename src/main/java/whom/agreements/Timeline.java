package whom.agreements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import whom.agreements.TicketEvent.AgreementChanged;
import whom.agreements.TicketEvent.Created;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Note;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;
import whom.agreements.TicketEvent.TermsChanged;

/** What a ticket went through up to a moment, sorted by what clocks ask for. */
final class Timeline {

    private record Spell(String state, Run run) {}

    final Instant now;
    final Created created;
    /** Messages of either side, the opening by the served person or an agent included. */
    final List<Message> contacts = new ArrayList<>();
    private final List<Spell> spells = new ArrayList<>();
    private @Nullable Instant firstAnswer;
    private Terms terms;
    private Instant agreed;

    private Timeline(Created created, Terms terms, Instant now) {
        this.now = now;
        this.created = created;
        this.terms = terms;
        this.agreed = created.at();
        spells.add(new Spell(created.state(), new Run(created.at(), null)));
        if (created.by() != Side.UNKNOWN) {
            contacts.add(new Message(created.at(), created.by()));
        }
    }

    /** @param events in order, the creation first */
    static Timeline of(Terms atCreation, List<TicketEvent> events, Instant now) {
        if (events.isEmpty() || !(events.getFirst() instanceof Created created)) {
            throw new IllegalArgumentException("The first event of a ticket is its creation.");
        }
        var timeline = new Timeline(created, atCreation, now);
        events.stream().skip(1).takeWhile(e -> !e.at().isAfter(now)).forEach(timeline::take);
        return timeline;
    }

    private void take(TicketEvent event) {
        switch (event) {
            case Created again -> throw new IllegalArgumentException("A ticket is created once.");
            case Message message -> take(message);
            case Note note -> { }
            case StateChanged change -> enter(change.to(), change.at());
            case AgreementChanged change -> {
                terms = change.terms();
                agreed = change.at();
            }
            case TermsChanged change -> terms = change.terms();
        }
    }

    private void take(Message message) {
        contacts.add(message);
        if (firstAnswer == null && message.by() == Side.AGENT) {
            firstAnswer = message.at();
        }
    }

    private void enter(String state, Instant at) {
        Spell last = spells.removeLast();
        spells.add(new Spell(last.state, new Run(last.run.from(), at)));
        spells.add(new Spell(state, new Run(at, null)));
    }

    Terms terms() {
        return terms;
    }

    /** When the agreement in force was made for this ticket: with its creation, or later. */
    Instant agreed() {
        return agreed;
    }

    @Nullable Instant firstAnswer() {
        return firstAnswer;
    }

    String state() {
        return spells.getLast().state;
    }

    /** The stretches spent in states of this kind; neighbours are one. */
    List<Run> in(Predicate<String> states) {
        var runs = new ArrayList<Run>();
        for (Spell spell : spells) {
            if (states.test(spell.state)) {
                boolean goesOn = !runs.isEmpty() && spell.run.from().equals(runs.getLast().to());
                Instant from = goesOn ? runs.removeLast().from() : spell.run.from();
                runs.add(new Run(from, spell.run.to()));
            }
        }
        return runs;
    }
}
