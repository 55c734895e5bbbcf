package whom.standings;

import java.util.stream.Stream;
import whom.standings.facts.Oversight;
import whom.standings.facts.Party;

/** Overseers hold an oversight of the service or of all IT, themselves or as direct members of the unit that holds it. */
record Overseers(Scene scene) implements Ground {

    @Override
    public Stream<String> evidence(String person) {
        Stream<Party> units = scene.day().memberships(person).map(m -> new Party.OfUnit(m.unit()));
        return Stream.concat(Stream.of(new Party.OfPerson(person)), units)
                .flatMap(holder -> scene.facts().oversightsHeldBy(holder).stream())
                .filter(oversight -> oversight.service() == null || scene.covers(oversight.service()))
                .filter(scene.day()::has)
                .map(Oversight::id);
    }

    @Override
    public Stream<String> people() {
        Stream<Oversight> ofServices = scene.services().stream().flatMap(s -> scene.facts().oversightsOf(s).stream());
        return Stream.concat(ofServices, scene.facts().oversightsOfAllIt().stream())
                .filter(scene.day()::has)
                .flatMap(oversight -> switch (oversight.holder()) {
                    case Party.OfPerson(String person) -> Stream.of(person);
                    case Party.OfUnit(String unit) -> scene.day().directMembers(unit);
                });
    }
}
