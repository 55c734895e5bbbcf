package whom.standings.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whom.standings.facts.Agreement;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Entitlement;
import whom.standings.facts.Fact;
import whom.standings.facts.Funding;
import whom.standings.facts.Initiative;
import whom.standings.facts.LetIn;
import whom.standings.facts.Membership;
import whom.standings.facts.Observation;
import whom.standings.facts.Office;
import whom.standings.facts.Output;
import whom.standings.facts.Oversight;
import whom.standings.facts.Party;
import whom.standings.facts.Person;
import whom.standings.facts.Placement;
import whom.standings.facts.Scope;
import whom.standings.facts.SealBreak;
import whom.standings.facts.Seat;
import whom.standings.facts.Service;
import whom.standings.facts.Team;
import whom.standings.facts.TicketFact;
import whom.standings.facts.Unit;

/** Every id is given once in a file, and every one that is named is there: a misspelt one must not pass for "nobody". */
final class References {

    private final Map<String, String> kinds = new HashMap<>();

    private References() {}

    /** @throws BadFile naming the first that is given twice or not there */
    static void check(List<Fact> facts) {
        var references = new References();
        facts.forEach(references::give);
        facts.forEach(references::follow);
    }

    private void give(Fact fact) {
        switch (fact) {
            case Unit unit -> give(unit.id(), "unit");
            case Person person -> give(person.id(), "person");
            case Service service -> give(service.id(), "service");
            case Output output -> give(output.id(), "output");
            case Team team -> give(team.id(), "team");
            case TicketFact ticket -> give(ticket.id(), "ticket");
            case Brokerage brokerage -> give(brokerage.id(), "brokerage");
            case Entitlement entitlement -> give(entitlement.id(), "entitlement");
            case Funding funding -> give(funding.id(), "funding");
            case Agreement agreement -> give(agreement.id(), "agreement");
            case Oversight oversight -> give(oversight.id(), "oversight");
            case Initiative initiative -> give(initiative.id(), "initiative");
            case Observation observation -> give(observation.id(), "observation");
            case LetIn letIn -> give(letIn.id(), "let-in");
            case SealBreak sealBreak -> give(sealBreak.id(), "seal break");
            case Placement _, Membership _, Office _, Seat _ -> {}
        }
    }

    private void give(String id, String kind) {
        String before = kinds.putIfAbsent(id, kind);
        if (before != null) {
            throw new BadFile("the id \"" + id + "\" is given twice, to a " + before + " and to a " + kind + "; ids are unique in a file.");
        }
    }

    private void follow(Fact fact) {
        switch (fact) {
            case Placement p -> need("unit", p.parent(), "a placement of the unit " + p.unit());
            case Membership m -> need("unit", m.unit(), "a membership of " + m.person());
            case Office o -> {
                need("person", o.person(), "an office in the unit " + o.unit());
                need("unit", o.unit(), "an office of " + o.person());
            }
            case Service s -> need("service", s.parent(), s.id());
            case Entitlement e -> on(e.service(), e.scope(), e.id());
            case Funding f -> {
                on(f.service(), f.scope(), f.id());
                party(f.payer(), f.id());
            }
            case Agreement a -> {
                on(a.service(), a.scope(), a.id());
                need("person", a.signatory(), a.id());
            }
            case Brokerage b -> {
                on(b.service(), b.scope(), b.id());
                need("unit", b.broker(), b.id());
                need("brokerage", b.upstream(), b.id());
            }
            case Oversight o -> {
                need("service", o.service(), o.id());
                party(o.holder(), o.id());
            }
            case Initiative i -> {
                i.services().forEach(service -> need("service", service, i.id()));
                seats("person", i.members(), i.id());
            }
            case Output o -> need("service", o.service(), o.id());
            case Observation o -> {
                need("output", o.output(), o.id());
                need("person", o.person(), o.id());
            }
            case Team t -> seats("person", t.members(), t.id());
            case TicketFact t -> {
                need("service", t.service(), t.id());
                need("person", t.served(), t.id());
                seats("team", t.teams(), t.id());
            }
            case LetIn l -> {
                need("person", l.served(), l.id());
                need("person", l.person(), l.id());
                need("ticket", l.ticket(), l.id());
                need("service", l.service(), l.id());
            }
            case SealBreak s -> {
                need("ticket", s.ticket(), s.id());
                need("person", s.asked(), s.id());
                need("person", s.approved(), s.id());
            }
            case Unit _, Person _, Seat _ -> {}
        }
    }

    private void on(String service, Scope scope, String by) {
        need("service", service, by);
        switch (scope) {
            case Scope.OfUnit(String unit) -> need("unit", unit, by);
            case Scope.OfProject(String project) -> need("unit", project, by);
            case Scope.OfPerson(String person) -> need("person", person, by);
            case Scope.Everybody _ -> {}
        }
    }

    private void party(Party party, String by) {
        switch (party) {
            case Party.OfUnit(String unit) -> need("unit", unit, by);
            case Party.OfPerson(String person) -> need("person", person, by);
        }
    }

    private void seats(String kind, List<Seat> seats, String by) {
        seats.forEach(seat -> need(kind, seat.of(), by));
    }

    private void need(String kind, @Nullable String id, String by) {
        if (id != null && !kind.equals(kinds.get(id))) {
            throw new BadFile(by + " names the " + kind + " \"" + id + "\", which is not in the file.");
        }
    }
}
