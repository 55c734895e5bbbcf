package whom.standings;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whom.standings.facts.Dated;
import whom.standings.facts.Duty;
import whom.standings.facts.Membership;
import whom.standings.facts.Office;
import whom.standings.facts.Placement;

/** The tree of units and its people as they are on one day. Lives for one question, and remembers where it has been. */
final class Day {

    private final Facts facts;
    private final LocalDate date;
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<Duty, Map<String, Set<String>>> nearest = new EnumMap<>(Duty.class);

    Day(Facts facts, LocalDate date) {
        this.facts = facts;
        this.date = date;
    }

    LocalDate date() {
        return date;
    }

    boolean has(Dated fact) {
        return fact.validAt(date);
    }

    /** The unit and those above it, nearest first, up to one whose parent is gone; empty when the unit does not exist. */
    List<String> line(String unit) {
        List<String> known = lines.get(unit);
        if (known == null) {
            known = walk(unit);
            lines.put(unit, known);
        }
        return known;
    }

    private List<String> walk(String unit) {
        var line = new ArrayList<String>(8);
        String next = unit;
        while (next != null && !line.contains(next)) { // a unit above itself is a finding, not a reason to hang
            Optional<Placement> place = place(next);
            if (place.isEmpty()) {
                break;
            }
            line.add(next);
            next = place.get().parent();
        }
        return line;
    }

    private Optional<Placement> place(String unit) {
        for (Placement placement : facts.placementsOf(unit)) {
            if (has(placement)) {
                return Optional.of(placement);
            }
        }
        return Optional.empty();
    }

    boolean exists(String unit) {
        return place(unit).isPresent();
    }

    /** The person's memberships that count: valid, in units that exist. */
    Stream<Membership> memberships(String person) {
        return facts.membershipsOf(person).stream().filter(m -> has(m) && exists(m.unit()));
    }

    Stream<String> directMembers(String unit) {
        return exists(unit) ? membersOf(unit) : Stream.empty();
    }

    private Stream<String> membersOf(String unit) {
        return facts.membershipsIn(unit).stream().filter(this::has).map(Membership::person);
    }

    /** The members of these units and of all below them. */
    Stream<String> membersWithin(Stream<String> units) {
        return downFrom(units, _ -> true).stream().flatMap(this::membersOf);
    }

    /** These units and those below, as far as {@code goesOn} says so. Goes down, so that it costs no more than what it finds. */
    private Set<String> downFrom(Stream<String> units, Predicate<String> goesOn) {
        Set<String> found = units.filter(this::exists).collect(Collectors.toSet());
        var open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (Placement child : facts.placementsUnder(open.pop())) {
                if (has(child) && goesOn.test(child.unit()) && found.add(child.unit())) {
                    open.push(child.unit());
                }
            }
        }
        return found;
    }

    /** The units among whose nearest holders the person is: where the office is held, and down to where somebody's begins. */
    Stream<String> answersFor(Duty duty, String person) {
        Stream<String> held = facts.officesOf(duty, person).stream().filter(this::has).map(Office::unit);
        return downFrom(held, unit -> holders(duty, unit).isEmpty()).stream();
    }

    /** Those who answer for the unit: all who hold the office in the first unit of its line where anybody does. */
    Set<String> nearestHolders(Duty duty, String unit) {
        Map<String, Set<String>> known = nearest.computeIfAbsent(duty, _ -> new HashMap<>());
        Set<String> holders = known.get(unit);
        if (holders == null) {
            holders = line(unit).stream().map(u -> holders(duty, u)).filter(h -> !h.isEmpty()).findFirst().orElse(Set.of());
            known.put(unit, holders);
        }
        return holders;
    }

    private Set<String> holders(Duty duty, String unit) {
        return facts.offices(duty, unit).stream().filter(this::has).map(Office::person).collect(Collectors.toSet());
    }
}
