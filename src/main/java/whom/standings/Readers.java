package whom.standings;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import whom.standings.facts.Dated;
import whom.standings.facts.LetIn;
import whom.standings.facts.SealBreak;
import whom.standings.facts.Seat;
import whom.standings.facts.TicketFact;

/** Who may read a ticket on a day. No standing and no rank is looked at: nothing here asks the tree or the money. */
record Readers(Facts facts, LocalDate date) {

    Stream<String> of(TicketFact ticket) {
        if (date.isBefore(ticket.opened())) {
            return Stream.empty();
        }
        return Stream.of(Stream.of(ticket.served()), letIn(ticket), agents(ticket), sealBreakers(ticket)).flatMap(s -> s);
    }

    private Stream<String> letIn(TicketFact ticket) {
        List<String> services = facts.upward(ticket.service());
        return facts.letInsBy(ticket.served()).stream()
                .filter(this::valid)
                .filter(letIn -> ticket.id().equals(letIn.ticket()) || letIn.service() != null && services.contains(letIn.service()))
                .map(LetIn::person);
    }

    private Stream<String> agents(TicketFact ticket) {
        return ticket.teams().stream().filter(this::valid)
                .flatMap(team -> facts.team(team.of()).stream()).filter(this::valid)
                .map(Seat::of);
    }

    /** It takes two: who approves for themselves has not been approved. */
    private Stream<String> sealBreakers(TicketFact ticket) {
        return facts.sealBreaksOf(ticket.id()).stream()
                .filter(this::valid)
                .filter(seal -> seal.approved() != null && !seal.approved().equals(seal.asked()))
                .map(SealBreak::asked);
    }

    private boolean valid(Dated fact) {
        return fact.validAt(date);
    }
}
