package whom.standings.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whom.standings.facts.Fact;
import whom.standings.facts.Membership;
import whom.standings.facts.Period;

/** The same thing twice at a time: two places of one unit, two primary memberships, a person twice in one office. */
final class Overlaps {

    private static final Comparator<Spell> END = Comparator.comparing(
            (Spell spell) -> Optional.ofNullable(spell.period().to()).orElse(LocalDate.MAX));
    private static final Comparator<Spell> BY_PERIOD = Comparator.comparing((Spell spell) -> spell.period().from()).thenComparing(END);

    private Overlaps() {}

    static Stream<Finding> in(World world) {
        Stream<Spell> alone = world.all(Fact.class).flatMap(fact -> Spell.of(fact, world)).filter(Spell::alone);
        Map<String, List<Spell>> same = Stream.concat(alone, primaries(world))
                .filter(spell -> !spell.period().isEmpty())
                .collect(Collectors.groupingBy(Spell::what, LinkedHashMap::new, Collectors.toList()));
        return same.values().stream().flatMap(Overlaps::among);
    }

    private static Stream<Spell> primaries(World world) {
        return world.all(Membership.class).filter(Membership::primary).map(m -> new Spell(
                "the primary membership of " + world.name(m.person()), List.of(m.person()), true, m.period()));
    }

    /** Each is held against the one before it that lasts longest. */
    private static Stream<Finding> among(List<Spell> spells) {
        List<Spell> ordered = spells.stream().sorted(BY_PERIOD).toList();
        var found = new ArrayList<Finding>();
        Spell longest = ordered.getFirst();
        for (Spell next : ordered.subList(1, ordered.size())) {
            if (longest.period().overlaps(next.period())) {
                found.add(finding(longest, next.period()));
            }
            longest = END.compare(longest, next) < 0 ? next : longest;
        }
        return found.stream();
    }

    private static Finding finding(Spell spell, Period next) {
        return new Finding(Finding.Kind.OVERLAP, spell.about(),
                "Twice at a time: " + spell.what() + ", " + spell.period() + " and " + next + ".");
    }
}
