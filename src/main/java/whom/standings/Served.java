package whom.standings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whom.standings.facts.Membership;
import whom.vocabulary.Words;

/**
 * The person a ticket serves, as whoever works on it may know them: their units, how they stand today to its service, and who
 * pays for it as of the day it was opened (D7). Without a service there is nothing to stand to.
 */
public record Served(List<String> units, @Nullable OnService on, @Nullable Paid paid) {

    /** @param shares empty when nobody can be said to pay; {@code text} says why, or since when it counts */
    public record Paid(List<Share> shares, String text) {}

    public record Share(String party, String percent) {}

    static Served of(Slice slice, @Nullable Slice money, Named names, Words words) {
        String person = slice.facts().people().iterator().next();
        if (slice.about().isEmpty()) {
            return new Served(units(slice, person, names), null, null);
        }
        String service = slice.about().getFirst();
        var reasons = new Reasons(slice, person, names, words);
        return new Served(units(slice, person, names), OnService.of(service, names.service(service), slice.resolver().who(person, service, slice.at()), reasons, words),
                money == null ? null : paid(money.resolver().pays(person, service, money.at()), money, reasons, words));
    }

    /** Each with those above it, the primary one first. */
    private static List<String> units(Slice slice, String person, Named names) {
        var day = new Day(slice.facts(), slice.at());
        var all = new ArrayList<>(day.memberships(person).toList());
        all.sort(Comparator.comparing(Membership::primary).reversed().thenComparing(Membership::unit));
        return all.stream().map(m -> day.line(m.unit()).stream().map(names::unit).collect(Collectors.joining(" · "))).toList();
    }

    private static Paid paid(Payment payment, Slice money, Reasons reasons, Words words) {
        return switch (payment) {
            case Payment.Shared(List<Payer> payers) -> new Paid(payers.stream().map(p -> new Share(reasons.party(p.party()), words.number(p.share().stripTrailingZeros()) + " %")).toList(),
                    words.say("standings.pays.as_of", words.date(money.at())));
            case Payment.Unfunded _ -> new Paid(List.of(), words.say("standings.pays.unfunded"));
            case Payment.Ambiguous _ -> new Paid(List.of(), words.say("standings.pays.ambiguous"));
            case Payment.WrongSum wrong -> new Paid(List.of(), words.say("standings.pays.wrong", words.number(wrong.sum().stripTrailingZeros())));
        };
    }
}
