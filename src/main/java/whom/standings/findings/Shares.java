package whom.standings.findings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whom.standings.facts.Funding;
import whom.standings.facts.Period;
import whom.standings.facts.Scope;

/** The shares of one service for one scope make a whole on every day on which there are any. */
final class Shares {

    private record Place(String service, Scope scope) {}

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Shares() {}

    static Stream<Finding> in(World world) {
        Map<Place, List<Funding>> together = world.all(Funding.class)
                .filter(funding -> !funding.period().isEmpty())
                .sorted(Comparator.comparing(Funding::id))
                .collect(Collectors.groupingBy(funding -> new Place(funding.service(), funding.scope())));
        return together.entrySet().stream().flatMap(e -> wrong(e.getKey(), e.getValue(), world));
    }

    /** Between two days on which a funding begins or ends the sum stays what it is. */
    private static Stream<Finding> wrong(Place place, List<Funding> fundings, World world) {
        var days = new TreeSet<LocalDate>();
        fundings.forEach(funding -> {
            days.add(funding.period().from());
            if (funding.period().to() != null) {
                days.add(funding.period().to());
            }
        });
        return days.stream().flatMap(from -> wrong(place, fundings, new Period(from, days.higher(from)), world));
    }

    private static Stream<Finding> wrong(Place place, List<Funding> fundings, Period days, World world) {
        List<Funding> valid = fundings.stream().filter(funding -> funding.validAt(days.from())).toList();
        BigDecimal sum = valid.stream().map(Funding::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (valid.isEmpty() || sum.compareTo(WHOLE) == 0) {
            return Stream.empty();
        }
        String shares = valid.stream().map(f -> f.id() + ": " + plain(f.share())).collect(Collectors.joining(", "));
        return Stream.of(new Finding(Finding.Kind.SHARES, valid.stream().map(Funding::id).toList(),
                "The shares of " + world.name(place.service()) + " for " + world.name(place.scope()) + " sum to " + plain(sum) + ", "
                        + plain(sum.subtract(WHOLE).abs()) + (sum.compareTo(WHOLE) < 0 ? " too little" : " too much") + ", "
                        + days + " (" + shares + ")."));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
