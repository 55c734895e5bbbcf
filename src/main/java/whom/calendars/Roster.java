package whom.calendars;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is on duty. Of the rotations the one that began last counts, so that a change of members is a new rotation from a date on;
 * one without members ends it. Covers stand above it all, and a later one in the list above an earlier.
 */
public record Roster<P>(List<Rotation<P>> rotations, List<Duty<P>> covers) {

    private static final Duration LONGEST_PLAN = Duration.ofDays(800);

    public Roster {
        rotations = List.copyOf(rotations);
        covers = List.copyOf(covers);
    }

    public Optional<P> onDuty(Instant t) {
        return at(t).map(Duty::who);
    }

    private Optional<Duty<P>> at(Instant t) {
        Optional<Duty<P>> cover = covers.reversed().stream().filter(c -> c.covers(t)).findFirst();
        return cover.isPresent() ? cover : rotation(t).map(r -> r.at(t));
    }

    private Optional<Rotation<P>> rotation(Instant t) {
        return rotations.stream().filter(r -> !r.start().isAfter(t)).max(Comparator.comparing(Rotation::start))
                .filter(r -> !r.members().isEmpty());
    }

    /** The plan of a time: who follows whom, without the stretches in which nobody is on duty. At most two years. */
    public List<Duty<P>> between(Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(LONGEST_PLAN) > 0) {
            throw new IllegalArgumentException("A plan spans at most " + LONGEST_PLAN.toDays() + " days.");
        }
        var plan = new ArrayList<Duty<P>>();
        for (Instant t = from; t.isBefore(to); ) {
            Instant start = t;
            Instant end = nextChange(t, to);
            onDuty(t).ifPresent(who -> append(plan, new Duty<>(who, start, end)));
            t = end;
        }
        return plan;
    }

    private Instant nextChange(Instant t, Instant to) {
        Stream<Instant> edges = Stream.of(
                covers.stream().flatMap(c -> Stream.of(c.from(), c.to())),
                rotations.stream().map(Rotation::start),
                rotation(t).map(r -> r.at(t).to()).stream()).flatMap(s -> s);
        return edges.filter(edge -> edge.isAfter(t) && edge.isBefore(to)).min(Instant::compareTo).orElse(to);
    }

    private static <P> void append(List<Duty<P>> plan, Duty<P> next) {
        if (!plan.isEmpty() && plan.getLast().to().equals(next.from()) && plan.getLast().who().equals(next.who())) {
            plan.add(new Duty<>(next.who(), plan.removeLast().from(), next.to()));
        } else {
            plan.add(next);
        }
    }
}
