package whom.agreements;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whom.agreements.TargetRule.Subject;
import whom.agreements.TargetRule.Whose;
import whom.calendars.WorkingTime;
import whom.kernel.Refused;

/** What one agreement promises. The same for all whom it covers (E1), but for exceptions that are published and end. */
public final class Targets {

    private record Slot(Clock clock, TargetRule.When when) {}

    private final List<TargetRule> rules;
    private final List<PublishedException> published;

    private Targets(List<TargetRule> rules, List<PublishedException> published) {
        this.rules = List.copyOf(rules);
        this.published = List.copyOf(published);
    }

    /** @throws Refused when two rules are for the same, or one is not the same for all and no exception in force on that day allows it */
    public static Targets of(List<TargetRule> rules, List<PublishedException> published, LocalDate on) {
        var taken = new HashSet<Slot>();
        for (TargetRule rule : rules) {
            if (!taken.add(new Slot(rule.clock(), rule.when()))) {
                throw new Refused("rules", "agreements.targets.twice");
            }
            EqualByRule.check(rule.when().grounds(), published, on);
        }
        return new Targets(rules, published);
    }

    /** As they were checked when they were agreed. */
    static Targets kept(List<TargetRule> rules, List<PublishedException> published) {
        return new Targets(rules, published);
    }

    /** The rule that counts for a clock: of those that fit, the most specific. One for an exception that has ended fits no more. */
    public Optional<TargetRule> rule(Clock clock, Subject subject, LocalDate on) {
        return rules.stream().filter(rule -> rule.clock() == clock && rule.when().fits(subject) && inForce(rule, on))
                .max(Comparator.comparingInt(rule -> rule.when().weight()));
    }

    private boolean inForce(TargetRule rule, LocalDate on) {
        String function = rule.when().function();
        return function == null || published.stream().anyMatch(exception -> exception.counts(function, on));
    }

    /** The clocks that are counted in the working hours of the one served. */
    Set<Clock> inOwnHours(Subject subject, LocalDate on) {
        return Stream.of(Clock.values()).filter(clock -> rule(clock, subject, on).filter(rule -> rule.hours() == Whose.SERVED).isPresent()).collect(Collectors.toUnmodifiableSet());
    }

    public Terms terms(Subject subject, LocalDate on, Function<Whose, WorkingTime> hours) {
        Map<Clock, Promise> promises = new EnumMap<>(Clock.class);
        for (Clock clock : Clock.values()) {
            rule(clock, subject, on).ifPresent(rule -> promises.put(clock, new Promise(rule.target(), hours.apply(rule.hours()))));
        }
        return new Terms(promises);
    }
}
