package whom.standings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import whom.standings.facts.TicketFact;
import whom.vocabulary.Fact;
import whom.vocabulary.Words;

/** How somebody stands to one service, as it is shown: this house's word for each standing, and what it rests on. */
public record OnService(String service, String name, List<Shown> standings) {

    /** @param asked the times they asked for help, latest first: one line for all of them */
    public record Shown(Standing standing, String word, List<Reason> reasons, List<Asked> asked) {}

    /** One fact in words, and the facts that lead to it: memberships, offices, places in the tree. */
    public record Reason(String fact, String text, List<String> through) {}

    public record Asked(String ticket, String day) {}

    static OnService of(String service, String name, List<Held> held, Reasons reasons, Words words) {
        return new OnService(service, name, held.stream().map(h -> shown(h, reasons, words)).toList());
    }

    private static Shown shown(Held held, Reasons reasons, Words words) {
        List<Asked> asked = held.evidence().stream().map(reasons::ticket).flatMap(Optional::stream)
                .sorted(Comparator.comparing(TicketFact::opened).reversed().thenComparing(TicketFact::id))
                .map(t -> new Asked(t.id(), words.date(t.opened()))).toList();
        return new Shown(held.standing(), words.one(Fact.valueOf(held.standing().name())),
                held.evidence().stream().filter(id -> reasons.ticket(id).isEmpty()).map(id -> reasons.of(held.standing(), id)).toList(), asked);
    }
}
