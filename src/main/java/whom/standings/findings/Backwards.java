package whom.standings.findings;

import java.util.stream.Stream;
import whom.standings.facts.Fact;

/** A period that ends before it begins. One that ends on the day it begins is allowed, and never valid. */
final class Backwards {

    private Backwards() {}

    static Stream<Finding> in(World world) {
        return world.all(Fact.class)
                .flatMap(fact -> Spell.of(fact, world))
                .filter(spell -> spell.period().isBackwards())
                .map(spell -> new Finding(Finding.Kind.ENDS_BEFORE_IT_BEGINS, spell.about(),
                        "Of " + spell.what() + " the end, " + spell.period().to() + ", is before the beginning, " + spell.period().from() + "."));
    }
}
