package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
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

/** What holds in every world. A seed makes a world and questions about it; shrinking a seed would mean nothing. */
class ResolverPropertiesTest {

    private static final int QUESTIONS = 20;

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void the_answers_are_those_of_the_rules_as_they_are_written(@ForAll long seed) {
        var world = new RandomWorld(seed);
        Resolver resolver = world.resolver();
        questions(world).forEach(q -> assertThat(RandomWorld.answer(resolver, q)).as("%s", q).isEqualTo(new Naive(world.facts, q.at()).answer(q)));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void the_order_of_the_facts_changes_nothing(@ForAll long seed) {
        var world = new RandomWorld(seed);
        List<Fact> shuffled = new ArrayList<>(world.facts);
        Collections.shuffle(shuffled, new Random(seed));
        same(world, new Resolver(new Organisation(shuffled)), questions(world));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void a_fact_that_is_not_valid_on_the_day_changes_nothing(@ForAll long seed) {
        var world = new RandomWorld(seed);
        LocalDate day = world.day();
        List<Question> questions = Stream.generate(world::question).filter(q -> q.at().equals(day)).limit(QUESTIONS).toList();
        var more = new ArrayList<>(world.facts);
        List.of(new Period(day.plusDays(1), null), new Period(day.minusDays(9), day), new Period(day, day)).forEach(never -> more.addAll(facts(world, never)));
        Collections.shuffle(more, new Random(seed));
        same(world, new Resolver(new Organisation(more)), questions);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void who_and_whom_are_inverse_to_one_another(@ForAll long seed) {
        var world = new RandomWorld(seed);
        Resolver resolver = world.resolver();
        LocalDate day = world.day();
        String service = world.service();
        for (Standing standing : Standing.values()) {
            List<String> found = IntStream.range(0, RandomWorld.SMALL.people()).mapToObj(n -> "p" + n)
                    .filter(person -> resolver.who(person, service, day).stream().anyMatch(held -> held.standing() == standing)).toList();
            assertThat(resolver.whom(service, standing, day)).isEqualTo(found);
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void nobody_reads_for_any_standing_or_rank(@ForAll long seed) {
        var world = new RandomWorld(seed);
        LocalDate day = world.day();
        String ticket = world.ticket();
        List<Fact> withoutStandings = world.facts.stream().filter(ResolverPropertiesTest::mattersToReaders).toList();
        var everything = new ArrayList<>(world.facts);
        everything.addAll(everyStanding(new Resolver(new Organisation(world.facts)).facts().ticket(ticket).orElseThrow().service()));

        List<String> readers = world.resolver().readers(ticket, day);
        assertThat(new Resolver(new Organisation(withoutStandings)).readers(ticket, day)).isEqualTo(readers);
        assertThat(new Resolver(new Organisation(everything)).readers(ticket, day)).isEqualTo(readers).doesNotContain("boss");
    }

    /** Evidence is never empty, never twice, and always the id of a fact. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void every_standing_rests_on_facts(@ForAll long seed) {
        var world = new RandomWorld(seed);
        List<Held> standings = world.resolver().who(world.person(), world.service(), world.day());
        assertThat(standings).extracting(Held::standing).isSorted().doesNotHaveDuplicates();
        assertThat(standings).allSatisfy(held -> assertThat(held.evidence()).isNotEmpty().isSorted().doesNotHaveDuplicates());
    }

    private static void same(RandomWorld world, Resolver other, List<Question> questions) {
        Resolver resolver = world.resolver();
        questions.forEach(q -> assertThat(RandomWorld.answer(other, q)).as("%s", q).isEqualTo(RandomWorld.answer(resolver, q)));
    }

    private static List<Question> questions(RandomWorld world) {
        return Stream.generate(world::question).limit(QUESTIONS).toList();
    }

    /** One of each kind, about anybody and anything of this world. */
    private static List<Fact> facts(RandomWorld world, Period period) {
        String id = "new" + period;
        return Arrays.asList(
                new Placement(world.unit(), world.unit(), period), new Membership(world.person(), world.unit(), true, period),
                new Office(Duty.HEAD, world.unit(), world.person(), period), new Office(Duty.BUDGET, world.unit(), world.person(), period),
                new Entitlement(id + 1, world.service(), world.scope(), period),
                new Funding(id + 2, world.service(), world.scope(), "unit", world.party(), BigDecimal.TEN, period),
                new Agreement(id + 3, world.service(), world.scope(), world.person(), period),
                new Brokerage(id + 4, world.service(), world.unit(), world.scope(), null, period),
                new Oversight(id + 5, null, world.party(), period),
                new Initiative(id + 6, id, List.of(world.service()), List.of(new Seat(world.person(), Period.from(RandomWorld.FIRST))), period),
                new Observation(id + 7, "out0", world.person(), period),
                new LetIn(id + 8, world.person(), world.person(), world.ticket(), null, period),
                new SealBreak(id + 9, world.ticket(), world.person(), "p0", period));
    }

    private static boolean mattersToReaders(Fact fact) {
        return switch (fact) {
            case TicketFact _, Team _, LetIn _, SealBreak _, Service _ -> true;
            default -> false;
        };
    }

    private static List<Fact> everyStanding(String service) {
        Period always = Period.from(RandomWorld.FIRST.minusYears(1));
        Scope boss = new Scope.OfPerson("boss");
        return List.of(
                new Person("boss", "Boss"), new Membership("boss", "u0", true, always),
                new Office(Duty.HEAD, "u0", "boss", always), new Office(Duty.BUDGET, "u0", "boss", always),
                new Entitlement("x1", service, boss, always), new Agreement("x2", service, boss, "boss", always),
                new Funding("x3", service, boss, "direct", new Party.OfPerson("boss"), BigDecimal.valueOf(100), always),
                new Oversight("x4", null, new Party.OfPerson("boss"), always), new Brokerage("x5", service, "u0", boss, null, always),
                new Initiative("x6", "X", List.of(service), List.of(new Seat("boss", always)), always),
                new Observation("x7", "out0", "boss", always),
                new TicketFact("x8", service, "boss", RandomWorld.FIRST, List.of()));
    }
}
