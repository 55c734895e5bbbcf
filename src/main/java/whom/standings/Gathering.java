package whom.standings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Funding;
import whom.standings.facts.Scope;
import whom.vocabulary.Fact;
import whom.vocabulary.Words;

/** Gathers the parties of a service from its slice. */
final class Gathering {

    /** Fewer than these are not told (P6). */
    static final int FEWEST = 5;
    /** What a picture holds before it stops helping. */
    private static final int CELLS = 12, PAID = 8, NAMED = 6;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Slice slice;
    private final Crowd crowd;
    private final Named names;
    private final Reasons reasons;
    private final Words words;
    private final Scene scene;

    Gathering(Slice slice, Crowd crowd, Named names, Words words) {
        this.slice = slice;
        this.crowd = slice.right() == Slice.Right.KEEPER ? crowd : crowd.atLeast(FEWEST);
        this.names = names;
        this.reasons = new Reasons(slice, "", names, words);
        this.words = words;
        this.scene = Scene.of(slice.facts(), slice.about().getFirst(), slice.at());
    }

    Parties parties(String provider) {
        String service = scene.service();
        return new Parties(service, names.service(service), names.unit(provider), paid(), groups(), brokers(), users());
    }

    /** By scope; what a nearer service says of a scope counts before what one above it says. */
    private List<Parties.Paid> paid() {
        Map<Scope, List<Funding>> byScope = new LinkedHashMap<>();
        for (String service : scene.services()) {
            Set<Scope> nearer = Set.copyOf(byScope.keySet());
            slice.facts().fundings().on(service).stream().filter(f -> scene.day().has(f) && !nearer.contains(f.scope()))
                    .sorted(Comparator.comparing(Funding::share).reversed().thenComparing(Funding::id))
                    .forEach(f -> byScope.computeIfAbsent(f.scope(), _ -> new ArrayList<>()).add(f));
        }
        return byScope.entrySet().stream().limit(PAID).map(e -> paid(e.getKey(), e.getValue())).toList();
    }

    private Parties.Paid paid(Scope scope, List<Funding> fundings) {
        BigDecimal sum = fundings.stream().map(Funding::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Parties.Paid(words.say("standings.whom.covers", scope(scope)), fundings.stream().map(f -> new Parties.Share(reasons.party(f.payer()), percent(f.share()), f.share().doubleValue() / 100)).toList(),
                sum.compareTo(WHOLE) == 0 ? null : percent(sum));
    }

    /** A scope that is one person is a user, whom only keepers know by name (P6). */
    private String scope(Scope scope) {
        return scope instanceof Scope.OfPerson && slice.right() != Slice.Right.KEEPER ? words.say("standings.whom.one") : reasons.scope(scope);
    }

    private String percent(BigDecimal share) {
        return words.number(share.stripTrailingZeros()) + " %";
    }

    private List<Parties.Group> groups() {
        return Arrays.stream(Standing.values()).filter(s -> s != Standing.USER && s != Standing.BROKER && s != Standing.SPONSOR)
                .map(this::group).filter(g -> !g.people().isEmpty()).toList();
    }

    private Parties.Group group(Standing standing) {
        List<String> people = slice.resolver().whom(scene.service(), standing, slice.at());
        return new Parties.Group(standing, words.several(Fact.valueOf(standing.name())), people.stream().limit(NAMED).map(p -> new Parties.Someone(p, names.person(p))).toList(),
                Math.max(0, people.size() - NAMED));
    }

    /** From the provider on; those in a circle, or behind one that is not valid, stand by themselves. */
    private List<Parties.Broker> brokers() {
        List<Brokerage> all = scene.valid(slice.facts().brokerages()).sorted(Comparator.comparing(Brokerage::id)).toList();
        Set<String> seen = new HashSet<>();
        Set<String> known = new HashSet<>(all.stream().map(Brokerage::id).toList());
        var found = new ArrayList<Parties.Broker>();
        all.stream().filter(b -> b.upstream() == null || !known.contains(b.upstream())).forEach(b -> found.add(broker(b, all, seen)));
        all.stream().filter(b -> !seen.contains(b.id())).forEach(b -> {
            if (!seen.contains(b.id())) {
                found.add(broker(b, all, seen));
            }
        });
        return found;
    }

    private Parties.Broker broker(Brokerage broker, List<Brokerage> all, Set<String> seen) {
        seen.add(broker.id());
        List<Parties.Broker> below = new ArrayList<>();
        for (Brokerage next : all) {
            if (broker.id().equals(next.upstream()) && !seen.contains(next.id())) {
                below.add(broker(next, all, seen));
            }
        }
        return new Parties.Broker(names.unit(broker.broker()), scope(broker.scope()), below);
    }

    private Parties.Users users() {
        List<Crowd.Count> counts = crowd.counts();
        long most = counts.stream().mapToLong(Crowd.Count::people).max().orElse(1);
        var cells = new ArrayList<Parties.Cell>();
        List<Crowd.Count> largest = counts.stream().filter(c -> !c.unit().isEmpty()).sorted(Comparator.comparingLong(Crowd.Count::people).reversed().thenComparing(Crowd.Count::unit)).limit(CELLS).toList();
        Set<String> above = new HashSet<>(largest.stream().map(Crowd.Count::above).toList());
        for (Crowd.Count top : largest.stream().filter(c -> c.above().isEmpty()).toList()) {
            cells.add(cell(top, above.contains(top.unit()), most));
            largest.stream().filter(c -> c.above().equals(top.unit())).forEach(c -> cells.add(cell(c, false, most)));
        }
        Set<String> tops = new HashSet<>(largest.stream().filter(c -> c.above().isEmpty()).map(Crowd.Count::unit).toList());
        largest.stream().filter(c -> !c.above().isEmpty() && !tops.contains(c.above())).forEach(c -> cells.add(new Parties.Cell(names.unit(c.unit()), words.number(c.people()), part(c.people(), most), false)));
        long elsewhere = crowd.total() - largest.stream().mapToLong(Crowd.Count::people).sum();
        if (elsewhere > 0) {
            cells.add(new Parties.Cell(words.say("standings.whom.elsewhere"), words.number(elsewhere), part(elsewhere, most), false));
        }
        return new Parties.Users(total(), cells);
    }

    /** Nobody is said, too few are not. */
    private @Nullable String total() {
        boolean few = slice.right() != Slice.Right.KEEPER && crowd.total() == 0;
        return few ? null : words.number(crowd.total());
    }

    private Parties.Cell cell(Crowd.Count count, boolean split, long most) {
        String unit = names.unit(count.unit());
        return new Parties.Cell(split ? words.say("standings.whom.itself", unit) : unit, words.number(count.people()), part(count.people(), most), !Objects.equals(count.above(), ""));
    }

    private static double part(long people, long most) {
        return Math.min(1, people / (double) most);
    }
}
