package whom.standings.findings;

import java.util.List;
import java.util.stream.Stream;
import whom.standings.facts.Duty;
import whom.standings.facts.Fact;
import whom.standings.facts.Initiative;
import whom.standings.facts.Membership;
import whom.standings.facts.Named;
import whom.standings.facts.Office;
import whom.standings.facts.Period;
import whom.standings.facts.Placement;
import whom.standings.facts.Seat;
import whom.standings.facts.Team;
import whom.standings.facts.TicketFact;

/** One period of a fact, what it is the period of, and whether there may be only one of these at a time. */
record Spell(String what, List<String> about, boolean alone, Period period) {

    static Stream<Spell> of(Fact fact, World world) {
        return switch (fact) {
            case Placement p -> one("the place of " + world.name(p.unit()) + " in the tree", p.period(), p.unit());
            case Membership m -> one("the membership of " + world.name(m.person()) + " in " + world.name(m.unit()), m.period(), m.person(), m.unit());
            case Office o -> one(office(o.duty()) + " by " + world.name(o.person()) + " in " + world.name(o.unit()), o.period(), o.unit(), o.person());
            case Initiative i -> Stream.concat(named(i), seats(i.id(), i.members(), world));
            case Named n -> named(n);
            case Team t -> seats(t.id(), t.members(), world);
            case TicketFact t -> seats(t.id(), t.teams(), world);
            default -> Stream.empty(); // the rest has no dates
        };
    }

    private static Stream<Spell> one(String what, Period period, String... about) {
        return Stream.of(new Spell(what, List.of(about), true, period));
    }

    private static Stream<Spell> named(Named fact) {
        return Stream.of(new Spell(fact.id(), List.of(fact.id()), false, fact.period()));
    }

    private static Stream<Spell> seats(String of, List<Seat> seats, World world) {
        return seats.stream().flatMap(seat -> one("the place of " + world.name(seat.of()) + " in " + world.name(of), seat.period(), of, seat.of()));
    }

    private static String office(Duty duty) {
        return switch (duty) {
            case HEAD -> "the headship";
            case BUDGET -> "the holding of the budget";
        };
    }
}
