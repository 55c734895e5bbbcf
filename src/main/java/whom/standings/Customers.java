package whom.standings;

import java.util.stream.Stream;
import whom.standings.facts.Agreement;

/** Customers sign an agreement on the service, whomever it covers. */
record Customers(Scene scene) implements Ground {

    @Override
    public Stream<String> evidence(String person) {
        return scene.facts().agreementsSignedBy(person).stream()
                .filter(agreement -> scene.covers(agreement.service()) && scene.day().has(agreement))
                .map(Agreement::id);
    }

    @Override
    public Stream<String> people() {
        return scene.valid(scene.facts().agreements()).map(Agreement::signatory);
    }
}
