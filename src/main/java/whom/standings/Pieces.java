package whom.standings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import whom.standings.facts.Agreement;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Duty;
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
import whom.standings.facts.Person;
import whom.standings.facts.Placement;
import whom.standings.facts.SealBreak;
import whom.standings.facts.Seat;
import whom.standings.facts.Service;
import whom.standings.facts.Team;
import whom.standings.facts.TicketFact;

/** Makes facts of the rows of a slice. Those with members are gathered from several rows. */
final class Pieces {

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, List<Seat>> seats = new HashMap<>();
    private final Map<String, List<String>> touched = new HashMap<>();
    private final Map<String, String> outputs = new HashMap<>();

    private Pieces() {}

    static List<Fact> facts(List<Piece> pieces) {
        var made = new Pieces();
        pieces.forEach(made::gather);
        pieces.forEach(made::make);
        made.outputs.forEach((key, service) -> made.facts.add(new Output(key, service, key)));
        return made.facts;
    }

    private void gather(Piece p) {
        switch (p.kind()) {
            case "joins" -> seat(p.first(), p.second(), p);
            case "on" -> seat(p.key(), p.first(), p);
            case "team" -> seat("team " + p.key(), p.first(), p);
            case "touches" -> touched.computeIfAbsent(p.first(), _ -> new ArrayList<>()).add(p.second());
            case "observation" -> outputs.put(p.first(), p.third());
            default -> {} // made as they come
        }
    }

    private void seat(String in, String of, Piece p) {
        seats.computeIfAbsent(in, _ -> new ArrayList<>()).add(new Seat(of, p.period()));
    }

    private void make(Piece p) {
        switch (p.kind()) {
            case "person" -> facts.add(new Person(p.key(), p.key()));
            case "service" -> facts.add(new Service(p.key(), p.key(), p.a()));
            case "placement" -> facts.add(new Placement(p.first(), p.b(), p.period()));
            case "membership" -> facts.add(new Membership(p.first(), p.second(), p.third().equals("true"), p.period()));
            case "office" -> facts.add(new Office(p.first().equals("head") ? Duty.HEAD : Duty.BUDGET, p.second(), p.third(), p.period()));
            case "entitlement" -> facts.add(new Entitlement(p.key(), p.first(), p.scope(), p.period()));
            case "funding" -> facts.add(new Funding(p.key(), p.first(), p.scope(), Objects.requireNonNull(p.e()), p.party(), Objects.requireNonNull(p.n()), p.period()));
            case "agreement" -> facts.add(new Agreement(p.key(), p.first(), p.scope(), p.fourth(), p.period()));
            case "brokerage" -> facts.add(new Brokerage(p.key(), p.first(), p.fourth(), p.scope(), p.e(), p.period()));
            case "oversight" -> facts.add(new Oversight(p.key(), p.a(), p.party(), p.period()));
            case "initiative" -> facts.add(new Initiative(p.key(), p.first(), touched.getOrDefault(p.key(), List.of()), seats.getOrDefault(p.key(), List.of()), p.period()));
            case "observation" -> facts.add(new Observation(p.key(), p.first(), p.second(), p.period()));
            case "asked" -> facts.add(new TicketFact(p.key(), p.first(), p.second(), Objects.requireNonNull(p.from()), List.of()));
            case "ticket" -> ticket(p);
            case "let_in" -> facts.add(new LetIn(p.key(), p.first(), p.second(), p.c(), p.d(), p.period()));
            case "seal" -> facts.add(new SealBreak(p.key(), p.first(), p.second(), p.c(), p.period()));
            default -> {} // gathered before
        }
    }

    private void ticket(Piece p) {
        facts.add(new TicketFact(p.key(), p.first(), p.second(), Objects.requireNonNull(p.from()), seats.getOrDefault(p.key(), List.of())));
        seats.forEach((key, members) -> {
            if (key.startsWith("team ")) {
                facts.add(new Team(key.substring("team ".length()), key, members));
            }
        });
    }
}
