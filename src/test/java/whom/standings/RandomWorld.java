package whom.standings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
import whom.standings.facts.Party;
import whom.standings.facts.Period;
import whom.standings.facts.Person;
import whom.standings.facts.Placement;
import whom.standings.facts.Scope;
import whom.standings.facts.SealBreak;
import whom.standings.facts.Seat;
import whom.standings.facts.Service;
import whom.standings.facts.Team;
import whom.standings.facts.TicketFact;
import whom.standings.facts.Unit;

/** A well-formed world from a seed, and questions about it. Days are few, so that much begins, ends and meets on the same one. */
final class RandomWorld {

    static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 12;
    private static final List<String> SHARES = List.of("100", "100.00", "50", "50", "60", "40", "33.33", "33.34", "0.000001");

    /** How many there are of each; the shape of the tree follows from {@code children}. */
    record Size(int people, int units, int services, int facts, int fundings, int offices, int tickets, int children) {}

    static final Size SMALL = new Size(6, 7, 4, 6, 14, 8, 5, 2);

    final List<Fact> facts = new ArrayList<>();
    private final Random random;
    private final Size size;

    RandomWorld(long seed) {
        this(seed, SMALL);
    }

    RandomWorld(long seed, Size size) {
        this.random = new Random(seed);
        this.size = size;
        units();
        people();
        each(size.services, n -> facts.add(new Service("s" + n, "S" + n, n > 0 && random.nextInt(3) > 0 ? "s" + random.nextInt(n) : null)));
        times(size.fundings, "f", id -> facts.add(new Funding(id, service(), random.nextInt(4) == 0 ? new Scope.OfProject(unit()) : scope(), "unit", party(),
                new BigDecimal(pick(SHARES)), period())));
        times(size.facts, "e", id -> facts.add(new Entitlement(id, service(), scope(), period())));
        times(size.facts, "a", id -> facts.add(new Agreement(id, service(), scope(), person(), period())));
        times(size.facts, "o", id -> facts.add(new Oversight(id, random.nextInt(4) == 0 ? null : service(), party(), period())));
        times(size.facts, "b", id -> facts.add(new Brokerage(id, service(), unit(), scope(), random.nextBoolean() ? null : "b" + random.nextInt(size.facts), period())));
        times(size.facts, "i", id -> facts.add(new Initiative(id, id, List.of(service(), service()), seats(this::person), period())));
        times(size.facts, "out", id -> facts.add(new Output(id, service(), id)));
        times(size.facts, "w", id -> facts.add(new Observation(id, "out" + random.nextInt(size.facts), person(), period())));
        times(Math.max(2, size.facts / 3), "t", id -> facts.add(new Team(id, id, seats(this::person))));
        times(size.tickets, "k", id -> facts.add(new TicketFact(id, service(), person(), day(), seats(() -> "t" + random.nextInt(2)))));
        times(size.facts, "l", id -> {
            boolean one = random.nextBoolean();
            facts.add(new LetIn(id, person(), person(), one ? ticket() : null, one ? null : service(), period()));
        });
        times(size.facts, "z", id -> facts.add(new SealBreak(id, ticket(), person(), random.nextInt(3) == 0 ? null : person(), period())));
    }

    /** Three times over, the tree is another one: who is above may be below later, and some are gone. */
    private void units() {
        each(size.units, n -> facts.add(new Unit("u" + n, "U" + n, "project")));
        List<Integer> order = new ArrayList<>(IntStream.range(0, size.units).boxed().toList());
        List<LocalDate> turns = List.of(FIRST, FIRST.plusDays(DAYS / 3), FIRST.plusDays(2 * DAYS / 3));
        for (int turn = 0; turn < 3; turn++) {
            Period days = new Period(turns.get(turn), turn == 2 ? null : turns.get(turn + 1));
            for (int at = 0; at < order.size(); at++) {
                String parent = at == 0 || random.nextInt(20) == 0 ? null : "u" + order.get(Math.max(0, (at - 1) / size.children));
                if (random.nextInt(10) > 0) {
                    facts.add(new Placement("u" + order.get(at), parent, days));
                }
            }
            Collections.shuffle(order.subList(0, Math.min(order.size(), 20)), random);
        }
    }

    private void people() {
        each(size.people, n -> {
            String person = "p" + n;
            facts.add(new Person(person, "P" + n));
            Set<String> units = new HashSet<>();
            boolean primary = random.nextInt(5) > 0;
            for (int m = random.nextInt(4); m > 0; m--) {
                String unit = unit();
                if (units.add(unit)) {
                    facts.add(new Membership(person, unit, primary, period()));
                    primary = false;
                }
            }
        });
        Set<Office> held = new HashSet<>();
        each(size.offices, _ -> {
            var office = new Office(random.nextBoolean() ? Duty.HEAD : Duty.BUDGET, unit(), person(), Period.from(FIRST));
            if (held.add(office)) {
                facts.add(new Office(office.duty(), office.unit(), office.person(), period()));
            }
        });
    }

    Question question() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Question.Who(person(), service(), day());
            case 2 -> new Question.Whom(service(), pick(List.of(Standing.values())), day());
            case 3, 4 -> new Question.Pays(person(), service(), day());
            case 5 -> new Question.AgreementOf(person(), service(), day());
            case 6 -> new Question.ChainOf(person(), service(), day());
            default -> new Question.ReadersOf(ticket(), day());
        };
    }

    Resolver resolver() {
        return new Resolver(new Organisation(facts));
    }

    String person() {
        return "p" + random.nextInt(size.people);
    }

    String unit() {
        return "u" + random.nextInt(size.units);
    }

    String service() {
        return "s" + random.nextInt(size.services);
    }

    String ticket() {
        return "k" + random.nextInt(size.tickets);
    }

    LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS + 3) - 1);
    }

    Scope scope() {
        return switch (random.nextInt(6)) {
            case 0 -> Scope.EVERYBODY;
            case 1 -> new Scope.OfPerson(person());
            default -> new Scope.OfUnit(unit());
        };
    }

    Party party() {
        return random.nextInt(3) == 0 ? new Party.OfPerson(person()) : new Party.OfUnit(unit());
    }

    private Period period() {
        LocalDate from = random.nextBoolean() ? FIRST : day();
        return new Period(from, random.nextBoolean() ? null : from.plusDays(random.nextInt(DAYS)));
    }

    private List<Seat> seats(java.util.function.Supplier<String> who) {
        Set<String> taken = new HashSet<>();
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> who.get()).filter(taken::add).map(one -> new Seat(one, period())).toList();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static void each(int count, java.util.function.IntConsumer what) {
        IntStream.range(0, count).forEach(what);
    }

    private static void times(int count, String prefix, Consumer<String> what) {
        each(count, n -> what.accept(prefix + n));
    }

    /** The answer of the resolver, in the form in which {@link Naive#answer} gives it. */
    static Object answer(Resolver resolver, Question question) {
        return switch (question) {
            case Question.Who q -> resolver.who(q.person(), q.service(), q.at());
            case Question.Whom q -> resolver.whom(q.service(), q.standing(), q.at());
            case Question.Pays q -> resolver.pays(q.person(), q.service(), q.at());
            case Question.AgreementOf q -> resolver.agreement(q.person(), q.service(), q.at());
            case Question.ChainOf q -> resolver.chain(q.person(), q.service(), q.at());
            case Question.ReadersOf q -> resolver.readers(q.ticket(), q.at());
        };
    }
}
