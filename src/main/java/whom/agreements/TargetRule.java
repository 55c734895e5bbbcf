package whom.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whom.agreements.EqualByRule.Ground;

/** One target of an agreement: for which clock, how long, in whose hours, and for which tickets. */
public record TargetRule(Clock clock, Target target, Whose hours, When when) {

    /** In whose working hours a target is counted. */
    public enum Whose { PROVIDER, SERVED }

    /** What a ticket must be for the rule to fit; what is left open fits all. */
    public record When(@Nullable String function, @Nullable String offering, @Nullable String kind, @Nullable Integer priority) {

        public static final When ALWAYS = new When(null, null, null, null);

        boolean fits(Subject subject) {
            return (function == null || subject.functions().contains(function))
                    && (offering == null || offering.equals(subject.offering()))
                    && (kind == null || kind.equals(subject.kind()))
                    && (priority == null || priority == subject.priority());
        }

        /** An exception weighs more than all else, an offering more than kind and priority together, a kind more than a priority. */
        int weight() {
            return (function == null ? 0 : 8) + (offering == null ? 0 : 4) + (kind == null ? 0 : 2) + (priority == null ? 0 : 1);
        }

        List<Ground> grounds() {
            var grounds = new ArrayList<Ground>();
            add(grounds, "function", function);
            add(grounds, "offering", offering);
            add(grounds, "kind", kind);
            add(grounds, "priority", priority);
            return grounds;
        }

        private static void add(List<Ground> grounds, String field, @Nullable Object value) {
            if (value != null) {
                grounds.add(new Ground(field, Objects.toString(value)));
            }
        }
    }

    /** A ticket as far as targets are concerned. Functions are those of a published exception that the served person holds now. */
    public record Subject(@Nullable String offering, String kind, int priority, Set<String> functions) {}
}
