package whom.agreements;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import whom.kernel.Refused;

/**
 * By what a rule on order, urgency or targets may tell tickets apart (E1): by what they are about and how they stand. What is not
 * listed is refused, so that a field that is added some day does not become a way round.
 */
public final class EqualByRule {

    /** A field that a rule looks at, and what it looks for there. */
    public record Ground(String field, String value) {}

    private static final Set<String> FAIR = Set.of("kind", "priority", "impact", "urgency", "service", "offering", "team", "channel", "language",
            "is", "state", "due", "until", "opened", "updated", "since", "answered", "solved", "closed");

    /** Fields that look at people, each with the sentence that says why not. */
    private static final Map<String, Set<String>> UNFAIR = Map.of(
            "agreements.equal.payer", Set.of("payer", "pays", "paying", "funding", "cost_centre", "budget", "price", "revenue"),
            "agreements.equal.rank", Set.of("rank", "title", "seniority", "grade", "vip", "level", "head", "manager"),
            "agreements.equal.standing", Set.of("standing", "user", "customer", "sponsor", "overseer", "broker", "partner", "observer"),
            "agreements.equal.person", Set.of("person", "for", "by", "served", "requester", "name", "address", "unit", "site", "assignee", "number"));

    private EqualByRule() {}

    /** @throws Refused when one of the grounds tells people apart, or names a function without an exception in force on that day */
    public static void check(Collection<Ground> grounds, List<PublishedException> published, LocalDate on) {
        grounds.forEach(ground -> check(ground, published, on));
    }

    private static void check(Ground ground, List<PublishedException> published, LocalDate on) {
        String field = ground.field().strip().toLowerCase(Locale.ROOT);
        if (FAIR.contains(field)) {
            return;
        }
        if (!field.equals("function")) {
            throw new Refused(ground.field(), why(field), ground.field());
        }
        if (published.stream().noneMatch(exception -> exception.counts(ground.value(), on))) {
            throw new Refused(ground.field(), "agreements.equal.no_exception", ground.value());
        }
    }

    private static String why(String field) {
        return UNFAIR.entrySet().stream().filter(entry -> entry.getValue().contains(field)).map(Map.Entry::getKey).findFirst()
                .orElse("agreements.equal.unknown");
    }
}
