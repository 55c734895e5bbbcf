package whom.standings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whom.standings.facts.Agreement;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Dated;
import whom.standings.facts.Duty;
import whom.standings.facts.Entitlement;
import whom.standings.facts.Fact;
import whom.standings.facts.Funding;
import whom.standings.facts.Initiative;
import whom.standings.facts.LetIn;
import whom.standings.facts.Membership;
import whom.standings.facts.Named;
import whom.standings.facts.Observation;
import whom.standings.facts.Office;
import whom.standings.facts.Output;
import whom.standings.facts.Oversight;
import whom.standings.facts.Party;
import whom.standings.facts.Person;
import whom.standings.facts.Placement;
import whom.standings.facts.Scope;
import whom.standings.facts.Scoped;
import whom.standings.facts.SealBreak;
import whom.standings.facts.Seat;
import whom.standings.facts.Service;
import whom.standings.facts.Team;
import whom.standings.facts.TicketFact;

/** The rules as they are written, sentence by sentence, going through all facts of a kind: slow, and plainly right. */
final class Naive {

    private final Map<Class<?>, List<Fact>> facts;
    private final LocalDate day;
    private final Map<String, Optional<String>> parents = new HashMap<>();
    private final Set<String> people;
    private final Map<String, Set<String>> directUnits = new HashMap<>();
    private final Map<List<Object>, Set<String>> nearest = new HashMap<>();

    Naive(Collection<? extends Fact> facts, LocalDate day) {
        this.day = day;
        this.facts = facts.stream().filter(fact -> !(fact instanceof Dated dated) || valid(dated)).collect(Collectors.groupingBy(Fact::getClass));
        this.people = all(Person.class).map(Person::id).collect(Collectors.toSet());
        all(Placement.class).forEach(p -> parents.put(p.unit(), Optional.ofNullable(p.parent())));
    }

    private boolean valid(Dated fact) {
        LocalDate to = fact.period().to();
        return fact.period().from().compareTo(day) <= 0 && (to == null || day.compareTo(to) < 0);
    }

    private <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.getOrDefault(kind, List.of()).stream().map(kind::cast);
    }

    // units

    private List<String> line(String unit) {
        if (!parents.containsKey(unit)) {
            return List.of();
        }
        var line = new ArrayList<>(List.of(unit));
        parents.get(unit).ifPresent(parent -> line.addAll(line(parent)));
        return line;
    }

    private Set<String> directUnits(String person) {
        return directUnits.computeIfAbsent(person, _ -> all(Membership.class)
                .filter(m -> m.person().equals(person) && parents.containsKey(m.unit()))
                .map(Membership::unit).collect(Collectors.toSet()));
    }

    private Set<String> nearest(Duty duty, String unit) {
        return nearest.computeIfAbsent(List.of(duty, unit), _ -> findNearest(duty, unit));
    }

    private Set<String> findNearest(Duty duty, String unit) {
        for (String above : line(unit)) {
            Set<String> holders = all(Office.class).filter(o -> o.duty() == duty && o.unit().equals(above))
                    .map(Office::person).collect(Collectors.toSet());
            if (!holders.isEmpty()) {
                return holders;
            }
        }
        return Set.of();
    }

    private List<String> services(String service) {
        Service found = all(Service.class).filter(s -> s.id().equals(service)).findFirst().orElseThrow();
        var line = new ArrayList<>(List.of(service));
        if (found.parent() != null) {
            line.addAll(services(found.parent()));
        }
        return line;
    }

    // scopes

    private boolean takesIn(Scope scope, String person) {
        return switch (scope) {
            case Scope.OfPerson(String one) -> one.equals(person);
            case Scope.OfProject(String project) -> directUnits(person).contains(project);
            case Scope.OfUnit(String unit) -> directUnits(person).stream().anyMatch(direct -> line(direct).contains(unit));
            case Scope.Everybody _ -> people.contains(person);
        };
    }

    private static int rank(Scope scope) {
        return switch (scope) {
            case Scope.OfPerson _ -> 1;
            case Scope.OfProject _ -> 2;
            case Scope.OfUnit _ -> 3;
            case Scope.Everybody _ -> 4;
        };
    }

    private int distance(Scope scope, String person) {
        return scope instanceof Scope.OfUnit(String unit)
                ? directUnits(person).stream().map(direct -> line(direct).indexOf(unit)).filter(n -> n >= 0).min(Comparator.naturalOrder()).orElseThrow()
                : 0;
    }

    private <F extends Scoped> List<F> closest(Class<F> kind, String person, String service) {
        List<String> services = services(service);
        List<F> left = all(kind).filter(f -> services.contains(f.service()) && takesIn(f.scope(), person)).toList();
        if (left.isEmpty()) {
            return left;
        }
        left = smallest(left, f -> services.indexOf(f.service()));
        left = smallest(left, f -> rank(f.scope()));
        left = smallest(left, f -> distance(f.scope(), person));
        if (scopes(left) == 1) {
            return left;
        }
        int steps = distance(left.getFirst().scope(), person);
        Optional<String> chosen = all(Membership.class).filter(m -> m.person().equals(person) && m.primary()).findFirst()
                .map(m -> line(m.unit())).filter(line -> line.size() > steps).map(line -> line.get(steps));
        List<F> decided = left.stream().filter(f -> chosen.isPresent() && switch (f.scope()) {
            case Scope.OfUnit(String unit) -> unit.equals(chosen.get());
            case Scope.OfProject(String project) -> project.equals(chosen.get());
            default -> false;
        }).toList();
        return decided.isEmpty() ? left : decided;
    }

    private static <F> List<F> smallest(List<F> list, java.util.function.ToIntFunction<F> by) {
        int least = list.stream().mapToInt(by).min().orElseThrow();
        return list.stream().filter(f -> by.applyAsInt(f) == least).toList();
    }

    private static long scopes(List<? extends Scoped> facts) {
        return facts.stream().map(Scoped::scope).distinct().count();
    }

    // standings

    List<Held> who(String person, String service) {
        return Stream.of(Standing.values())
                .map(standing -> new Held(standing, List.copyOf(evidence(person, standing, service))))
                .filter(held -> !held.evidence().isEmpty()).toList();
    }

    List<String> whom(String service, Standing standing) {
        return all(Person.class).map(Person::id).filter(p -> !evidence(p, standing, service).isEmpty()).sorted().toList();
    }

    TreeSet<String> evidence(String person, Standing standing, String service) {
        List<String> on = services(service);
        Stream<String> ids = switch (standing) {
            case USER -> Stream.concat(
                    ids(Entitlement.class, e -> on.contains(e.service()) && takesIn(e.scope(), person)),
                    all(TicketFact.class).filter(t -> t.service().equals(service) && t.served().equals(person) && !t.opened().isAfter(day)).map(TicketFact::id));
            case CUSTOMER -> ids(Agreement.class, a -> on.contains(a.service()) && a.signatory().equals(person));
            case SPONSOR -> ids(Funding.class, f -> on.contains(f.service()) && sponsors(f).contains(person));
            case OVERSEER -> ids(Oversight.class, o -> (o.service() == null || on.contains(o.service())) && switch (o.holder()) {
                case Party.OfPerson(String holder) -> holder.equals(person);
                case Party.OfUnit(String unit) -> directUnits(person).contains(unit);
            });
            case BROKER -> ids(Brokerage.class, b -> on.contains(b.service()) && nearest(Duty.HEAD, b.broker()).contains(person));
            case PARTNER -> ids(Initiative.class, i -> i.services().stream().anyMatch(on::contains)
                    && i.members().stream().anyMatch(seat -> valid(seat) && seat.of().equals(person)));
            case OBSERVER -> ids(Observation.class, o -> o.person().equals(person)
                    && all(Output.class).anyMatch(out -> out.id().equals(o.output()) && on.contains(out.service())));
        };
        return ids.collect(Collectors.toCollection(TreeSet::new));
    }

    private <F extends Named> Stream<String> ids(Class<F> kind, Predicate<F> which) {
        return all(kind).filter(which).map(Named::id);
    }

    private Set<String> sponsors(Funding funding) {
        return switch (funding.payer()) {
            case Party.OfPerson(String person) -> Set.of(person);
            case Party.OfUnit(String unit) -> nearest(Duty.BUDGET, unit);
        };
    }

    Payment pays(String person, String service) {
        List<Funding> closest = closest(Funding.class, person, service).stream().sorted(Comparator.comparing(Funding::id)).toList();
        List<String> ids = closest.stream().map(Funding::id).toList();
        BigDecimal sum = closest.stream().map(Funding::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (closest.isEmpty()) {
            return new Payment.Unfunded();
        } else if (scopes(closest) > 1) {
            return new Payment.Ambiguous(ids);
        } else if (sum.compareTo(new BigDecimal(100)) != 0) {
            return new Payment.WrongSum(sum, ids);
        }
        return new Payment.Shared(closest.stream()
                .map(f -> new Payer(f.id(), f.payer(), f.share(), List.copyOf(new TreeSet<>(sponsors(f))))).toList());
    }

    Optional<Agreement> agreement(String person, String service) {
        return latest(closest(Agreement.class, person, service));
    }

    private static <F extends Scoped> Optional<F> latest(List<F> facts) {
        return facts.stream().reduce((a, b) -> {
            int later = a.period().from().compareTo(b.period().from());
            return later > 0 || later == 0 && a.id().compareTo(b.id()) < 0 ? a : b;
        });
    }

    Chain chain(String person, String service) {
        Optional<Brokerage> first = latest(closest(Brokerage.class, person, service));
        return first.map(b -> follow(List.of(b.id()), b)).orElse(new Chain.Whole(List.of()));
    }

    private Chain follow(List<String> links, Brokerage last) {
        if (last.upstream() == null) {
            return new Chain.Whole(links);
        }
        Optional<Brokerage> next = all(Brokerage.class).filter(b -> b.id().equals(last.upstream())).findFirst();
        if (next.isEmpty()) {
            return new Chain.Broken(links, last.upstream());
        }
        return links.contains(last.upstream())
                ? new Chain.Cycle(links, last.upstream())
                : follow(Stream.concat(links.stream(), Stream.of(last.upstream())).toList(), next.get());
    }

    List<String> readers(String id) {
        TicketFact ticket = all(TicketFact.class).filter(t -> t.id().equals(id)).findFirst().orElseThrow();
        var readers = new TreeSet<String>();
        if (ticket.opened().isAfter(day)) {
            return List.of();
        }
        readers.add(ticket.served());
        all(LetIn.class).filter(l -> l.served().equals(ticket.served()))
                .filter(l -> id.equals(l.ticket()) || l.service() != null && services(ticket.service()).contains(l.service()))
                .forEach(l -> readers.add(l.person()));
        for (Seat on : ticket.teams()) {
            all(Team.class).filter(team -> valid(on) && team.id().equals(on.of()))
                    .forEach(team -> team.members().stream().filter(this::valid).forEach(m -> readers.add(m.of())));
        }
        all(SealBreak.class).filter(s -> s.ticket().equals(id) && s.approved() != null && !s.approved().equals(s.asked()))
                .forEach(s -> readers.add(s.asked()));
        return List.copyOf(readers);
    }

    /** Any question of this day, in the form in which the resolver answers it. */
    Object answer(Question question) {
        return switch (question) {
            case Question.Who q -> who(q.person(), q.service());
            case Question.Whom q -> whom(q.service(), q.standing());
            case Question.Pays q -> pays(q.person(), q.service());
            case Question.AgreementOf q -> agreement(q.person(), q.service());
            case Question.ChainOf q -> chain(q.person(), q.service());
            case Question.ReadersOf q -> readers(q.ticket());
        };
    }
}
