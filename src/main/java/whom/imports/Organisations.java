package whom.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whom.standings.facts.Membership;
import whom.standings.facts.Period;
import whom.standings.facts.Placement;

/**
 * Which tree of units somebody belongs to, as things are on a day: people of different trees never learn of each other (D8).
 * A unit that is gone counts where it last was.
 */
final class Organisations {

    private final LocalDate today;
    private final Map<String, Placement> places;
    private final Map<String, List<Membership>> memberships;

    Organisations(Collection<Placement> placements, Collection<Membership> memberships, LocalDate today) {
        this.today = today;
        this.places = placements.stream().collect(Collectors.toMap(Placement::unit, p -> p, (one, other) -> better(one, other) ? one : other, HashMap::new));
        this.memberships = memberships.stream().filter(m -> m.validAt(today)).collect(Collectors.groupingBy(Membership::person));
    }

    private boolean better(Placement one, Placement other) {
        Comparator<Period> latest = Comparator.comparing((Period p) -> p.has(today)).thenComparing(Period::from);
        return latest.compare(one.period(), other.period()) >= 0;
    }

    Set<String> tops() {
        return Stream.concat(places.keySet().stream(), memberships.values().stream().flatMap(List::stream).map(Membership::unit))
                .map(this::top).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where places of different days make a circle, its first. */
    private String top(String unit) {
        List<String> line = line(unit);
        String last = line.getLast();
        String again = parent(last);
        return again == null ? last : Collections.min(line.subList(line.indexOf(again), line.size()));
    }

    private List<String> line(String unit) {
        var line = new ArrayList<String>();
        for (String next = unit; next != null && !line.contains(next); next = parent(next)) {
            line.add(next);
        }
        return line;
    }

    private @Nullable String parent(String unit) {
        return Optional.ofNullable(places.get(unit)).map(Placement::parent).orElse(null);
    }

    /** The trees a person is in today, that of the primary membership first. */
    List<String> of(String person) {
        return memberships.getOrDefault(person, List.of()).stream()
                .sorted(Comparator.comparing((Membership m) -> !m.primary()).thenComparing(Membership::unit))
                .map(m -> top(m.unit())).distinct().toList();
    }

    /** Whether the person works in one of these units or below. */
    boolean within(String person, Set<String> units) {
        return memberships.getOrDefault(person, List.of()).stream().anyMatch(m -> line(m.unit()).stream().anyMatch(units::contains));
    }
}
