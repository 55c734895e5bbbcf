package whom.standings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whom.standings.facts.Agreement;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Duty;
import whom.standings.facts.Entitlement;
import whom.standings.facts.Fact;
import whom.standings.facts.Funding;
import whom.standings.facts.Initiative;
import whom.standings.facts.Membership;
import whom.standings.facts.Observation;
import whom.standings.facts.Office;
import whom.standings.facts.Oversight;
import whom.standings.facts.Party;
import whom.standings.facts.Period;
import whom.standings.facts.Placement;
import whom.standings.facts.Scope;
import whom.standings.facts.TicketFact;
import whom.vocabulary.Words;

/** Evidence in words that a person can check (D1): the fact, and through what it concerns the person. */
final class Reasons {

    private final Slice slice;
    private final String person;
    private final Named names;
    private final Words words;
    private final Day day;
    private final Map<String, Fact> facts = new HashMap<>();

    Reasons(Slice slice, String person, Named names, Words words) {
        this.slice = slice;
        this.person = person;
        this.names = names;
        this.words = words;
        this.day = new Day(slice.facts(), slice.at());
        for (Fact fact : slice.all()) {
            switch (fact) {
                case whom.standings.facts.Named named -> facts.put(named.id(), named);
                case TicketFact ticket -> facts.put(ticket.id(), ticket);
                default -> {} // no evidence by itself
            }
        }
    }

    OnService.Reason of(Standing standing, String id) {
        return switch (facts.get(id)) {
            case Entitlement e -> reason(id, within(e.scope()), "standings.by.entitlement", scope(e.scope()), names.service(e.service()), period(e.period()));
            case Agreement a -> reason(id, List.of(), "standings.by.agreement", names.service(a.service()), scope(a.scope()), period(a.period()));
            case Funding f -> reason(id, office(Duty.BUDGET, f.payer()), "standings.by.funding", party(f.payer()), words.number(f.share().stripTrailingZeros()),
                    names.service(f.service()), scope(f.scope()), period(f.period()));
            case Brokerage b -> reason(id, office(Duty.HEAD, new Party.OfUnit(b.broker())), "standings.by.brokerage", names.unit(b.broker()), names.service(b.service()), scope(b.scope()), period(b.period()));
            case Oversight o when o.service() == null -> reason(id, member(o.holder()), "standings.by.oversight.all", party(o.holder()), period(o.period()));
            case Oversight o -> reason(id, member(o.holder()), "standings.by.oversight", party(o.holder()), names.service(o.service()), period(o.period()));
            case Initiative i -> reason(id, List.of(), "standings.by.initiative", i.name(), period(i.period()));
            case Observation o -> reason(id, List.of(), "standings.by.observation", names.output(o.output()), period(o.period()));
            case null, default -> new OnService.Reason(id, id, List.of());
        };
    }

    /** The ticket by which somebody asked for help, where that is the evidence. */
    Optional<TicketFact> ticket(String id) {
        return facts.get(id) instanceof TicketFact ticket ? Optional.of(ticket) : Optional.empty();
    }

    private OnService.Reason reason(String id, List<String> through, String key, Object... arguments) {
        return new OnService.Reason(id, words.say(key, arguments), through);
    }

    /** The membership that is nearest to a scope, and the way up from there. */
    private List<String> within(Scope scope) {
        String unit = switch (scope) {
            case Scope.OfUnit(String named) -> named;
            case Scope.OfProject(String named) -> named;
            case Scope.OfPerson _, Scope.Everybody _ -> null;
        };
        if (unit == null) {
            return List.of();
        }
        Optional<Membership> nearest = day.memberships(person).filter(m -> day.line(m.unit()).contains(unit))
                .min(Comparator.comparingInt(m -> day.line(m.unit()).indexOf(unit)));
        return nearest.map(m -> Stream.concat(Stream.of(membership(m)), up(m.unit(), unit)).toList()).orElse(List.of());
    }

    private List<String> member(Party holder) {
        return holder instanceof Party.OfUnit(String unit)
                ? day.memberships(person).filter(m -> m.unit().equals(unit)).map(this::membership).toList()
                : List.of();
    }

    private String membership(Membership m) {
        return words.say("standings.through.membership", names.person(person), names.unit(m.unit()), period(m.period()));
    }

    /** The office that a person holds in the unit or in the one above it that answers for it. */
    private List<String> office(Duty duty, Party party) {
        if (!(party instanceof Party.OfUnit(String unit))) {
            return List.of();
        }
        var through = new ArrayList<String>();
        for (String above : day.line(unit)) {
            Optional<Office> held = slice.facts().officesOf(duty, person).stream().filter(o -> o.unit().equals(above) && day.has(o)).findFirst();
            if (held.isPresent()) {
                up(unit, above).forEach(through::add);
                String key = duty == Duty.HEAD ? "standings.through.head" : "standings.through.budget";
                through.add(words.say(key, names.person(person), names.unit(above), period(held.get().period())));
                return through;
            }
        }
        return through;
    }

    /** Each step from a unit up to another. */
    private Stream<String> up(String from, String to) {
        List<String> line = day.line(from);
        return line.subList(0, Math.max(0, line.indexOf(to))).stream()
                .flatMap(unit -> slice.facts().placementsOf(unit).stream().filter(day::has))
                .map(this::placement);
    }

    private String placement(Placement p) {
        return words.say("standings.through.placement", names.unit(p.unit()), p.parent() == null ? "" : names.unit(p.parent()), period(p.period()));
    }

    String party(Party party) {
        return switch (party) {
            case Party.OfUnit(String unit) -> names.unit(unit);
            case Party.OfPerson(String someone) -> names.person(someone);
        };
    }

    String scope(Scope scope) {
        return switch (scope) {
            case Scope.Everybody _ -> words.say("standings.scope.everybody");
            case Scope.OfUnit(String unit) -> words.say("standings.scope.unit", names.unit(unit));
            case Scope.OfProject(String project) -> words.say("standings.scope.project", names.unit(project));
            case Scope.OfPerson(String someone) -> names.person(someone);
        };
    }

    private String period(Period period) {
        return period.to() == null ? words.say("standings.since", words.date(period.from()))
                : words.say("standings.during", words.date(period.from()), words.date(period.to().minusDays(1)));
    }
}
