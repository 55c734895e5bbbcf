package whom.standings;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import whom.standings.facts.Scoped;

/** One service on one day. What is said of the services above it holds for it too; {@code services} are all of them. */
record Scene(Facts facts, Day day, String service, List<String> services) {

    static Scene of(Facts facts, String service, LocalDate date) {
        return new Scene(facts, new Day(facts, date), service, facts.upward(service));
    }

    boolean covers(String named) {
        return services.contains(named);
    }

    /** The facts of this kind on the service, valid on the day, whomever they take in. */
    <F extends Scoped> Stream<F> valid(Scoping<F> facts) {
        return services.stream().flatMap(s -> facts.on(s).stream()).filter(day::has);
    }
}
