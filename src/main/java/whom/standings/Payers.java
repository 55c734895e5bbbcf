package whom.standings;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import whom.standings.facts.Funding;

/** Who pays for a person: the closest fundings, if they are clear and add up. No less close one ever steps in. */
record Payers(Scene scene) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    Payment of(String person) {
        Closest<Funding> closest = Closest.to(person, scene, scene.facts().fundings());
        List<Funding> fundings = closest.facts().stream().sorted(Comparator.comparing(Funding::id)).toList();
        if (fundings.isEmpty()) {
            return new Payment.Unfunded();
        }
        List<String> ids = fundings.stream().map(Funding::id).toList();
        if (closest.isAmbiguous()) {
            return new Payment.Ambiguous(ids);
        }
        BigDecimal sum = fundings.stream().map(Funding::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) != 0) {
            return new Payment.WrongSum(sum, ids);
        }
        return new Payment.Shared(fundings.stream().map(this::payer).toList());
    }

    private Payer payer(Funding funding) {
        List<String> sponsors = Sponsors.of(funding, scene.day()).stream().sorted().toList();
        return new Payer(funding.id(), funding.payer(), funding.share(), sponsors);
    }
}
