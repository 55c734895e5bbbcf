package whom.standings;

import java.util.Set;
import java.util.stream.Stream;
import whom.standings.facts.Duty;
import whom.standings.facts.Funding;
import whom.standings.facts.Party;

/** Sponsors pay, or hold the budget of a unit that pays, for anybody at all and whether or not the shares add up. */
record Sponsors(Scene scene) implements Ground {

    /** Of a unit its nearest budget holders, who may be nobody; else the person. */
    static Set<String> of(Funding funding, Day day) {
        return switch (funding.payer()) {
            case Party.OfUnit(String unit) -> day.nearestHolders(Duty.BUDGET, unit);
            case Party.OfPerson(String person) -> Set.of(person);
        };
    }

    @Override
    public Stream<String> evidence(String person) {
        Stream<Party> units = scene.day().answersFor(Duty.BUDGET, person).map(Party.OfUnit::new);
        return Stream.concat(Stream.of(new Party.OfPerson(person)), units)
                .flatMap(payer -> scene.facts().fundingsPaidBy(payer).stream())
                .filter(funding -> scene.covers(funding.service()) && scene.day().has(funding))
                .map(Funding::id);
    }

    @Override
    public Stream<String> people() {
        return scene.valid(scene.facts().fundings()).flatMap(funding -> of(funding, scene.day()).stream());
    }
}
