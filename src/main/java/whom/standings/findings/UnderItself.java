package whom.standings.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whom.standings.facts.Period;
import whom.standings.facts.Placement;
import whom.standings.facts.Service;

/** A unit that on some day is above itself, or a service that is. */
final class UnderItself {

    private final World world;
    private final Map<String, List<Placement>> placements;
    private final List<Finding> found = new ArrayList<>();

    private UnderItself(World world) {
        this.world = world;
        this.placements = world.all(Placement.class).collect(Collectors.groupingBy(Placement::unit));
    }

    static Stream<Finding> in(World world) {
        var units = new UnderItself(world);
        units.placements.values().forEach(list -> list.forEach(p -> units.climb(p, p.period(), List.of())));
        return Stream.concat(units.found.stream(), services(world));
    }

    /** Upward, for the days on which all of the way is valid. Each circle is told by the smallest of its units. */
    private void climb(Placement place, Period days, List<String> below) {
        if (days.isEmpty() || below.contains(place.unit())) {
            return;
        }
        List<String> way = Stream.concat(below.stream(), Stream.of(place.unit())).toList();
        if (way.getFirst().equals(place.parent())) {
            if (way.getFirst().equals(Collections.min(way))) {
                found.add(finding(world, way, " " + days));
            }
            return;
        }
        for (Placement above : placements.getOrDefault(place.parent() == null ? "" : place.parent(), List.of())) {
            climb(above, days.both(above.period()), way);
        }
    }

    private static Stream<Finding> services(World world) {
        Map<String, Service> services = new HashMap<>();
        world.all(Service.class).forEach(service -> services.put(service.id(), service));
        return Circle.all(services, Service::parent).stream().map(way -> finding(world, way, ""));
    }

    private static Finding finding(World world, List<String> way, String when) {
        String names = Stream.concat(way.stream(), Stream.of(way.getFirst())).map(world::name).collect(Collectors.joining(" under "));
        return new Finding(Finding.Kind.UNDER_ITSELF, way, names + when + ".");
    }
}
