package whom.tickets.filter;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Filters as somebody could write them, for properties. */
final class SomeFilters {

    static final List<String> SIMPLE = List.of(
            "is:open", "is:new", "is:waiting", "is:solved", "is:closed", "is:done", "is:overdue", "is:assigned", "is:unassigned", "is:answered", "is:unanswered",
            "state:new", "state:open,solved", "state:waiting_user", "kind:incident", "kind:request,complaint", "priority:1", "priority<3", "priority<=3", "priority>2",
            "priority>=4", "priority<1", "priority>5", "impact:2", "urgency>=2", "service:payroll", "service:none", "service:any", "service:mail,payroll", "offering:none",
            "team:mine", "team:desk", "team:none", "assignee:me", "assignee:none", "assignee:any", "assignee:ada", "for:ada", "for:me", "by:me", "by:none", "by:any",
            "channel:mail", "channel:web,phone", "language:de", "due<2h", "due>2h", "due<=1d", "due:today", "due:tomorrow", "due:none", "due:any", "due<2026-03-11",
            "until:none", "until<3d", "opened<2h", "opened>3d", "opened:yesterday", "opened>2026-03-01", "opened:2026-02", "opened<=2026-03-09T18:30", "updated<1w",
            "updated:today", "since>1d", "answered:none", "answered<1d", "solved:any", "solved>1d", "closed:none", "closed<2w",
            "screen", "\"blue screen\"", "ÄRGER", "straße", "100%", "a_b", "\"it\\\"s\"", "\"back\\\\slash\"", "d'oh");

    private SomeFilters() {}

    static Arbitrary<String> any() {
        return deep(3);
    }

    private static Arbitrary<String> deep(int depth) {
        Arbitrary<String> simple = Arbitraries.of(SIMPLE);
        if (depth == 0) {
            return simple;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> deep(depth - 1));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, simple),
                net.jqwik.api.Tuple.of(2, Combinators.combine(inner, inner).as((a, b) -> a + " " + b)),
                net.jqwik.api.Tuple.of(1, Combinators.combine(inner, inner).as((a, b) -> "(" + a + " or " + b + ")")),
                net.jqwik.api.Tuple.of(1, inner.map(a -> "-(" + a + ")")),
                net.jqwik.api.Tuple.of(1, inner.map(a -> "not (" + a + ")")));
    }
}
