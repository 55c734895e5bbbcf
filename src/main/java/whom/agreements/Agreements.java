package whom.agreements;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.agreements.EqualByRule.Ground;
import whom.kernel.Keys;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.people.Written;

/**
 * What is promised to whom, from which day on. Terms can be changed until the day from which they count, and never after; all
 * whom an agreement covers are promised the same, but for exceptions that are published (E1).
 */
@Component
public class Agreements {

    private static final Set<String> OF_TARGETS = Set.of("clock", "amount", "unit", "hours", "priority", "kind", "offering", "function");

    private final AgreementStore store;
    private final List<WarningChannel> channels;

    Agreements(AgreementStore store, List<WarningChannel> channels) {
        this.store = store;
        this.channels = List.copyOf(channels);
    }

    @Transactional(readOnly = true)
    public List<Agreement> list(String language) {
        return store.list(language);
    }

    @Transactional(readOnly = true)
    public Agreement required(String key, String language) {
        return store.find(key, language).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<AgreementVersion> versions(Agreement agreement, String language) {
        return store.versions(agreement.id(), language);
    }

    @Transactional(readOnly = true)
    public List<Published> exceptions(Agreement agreement, String language) {
        return store.exceptions(agreement.id(), language);
    }

    /** What was signed and promises nothing yet. */
    @Transactional(readOnly = true)
    public List<Unpromised> unpromised(String language) {
        return store.unpromised(language);
    }

    /** A service and whom it is agreed for; {@code unit} is "" for everybody. */
    public record Unpromised(String service, String serviceKey, String unit, String unitKey) {}

    /** Months back from today, the newest first; a figure about fewer than five people is withheld (P6). */
    @Transactional(readOnly = true)
    public List<Attained> attainment(Agreement agreement, int months) {
        return store.attainment(agreement.id(), LocalDate.now().withDayOfMonth(1).minusMonths(months - 1L));
    }

    /** Of a month, those that the one who asks may read. */
    @Transactional(readOnly = true)
    public List<Missed> missed(Agreement agreement, LocalDate month, String language) {
        return store.missed(agreement.id(), month, language);
    }

    public List<String> channels() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("desk"), channels.stream().map(WarningChannel::key)).toList();
    }

    /**
     * For a service, with all whom a unit takes in, or with everybody. Never for a person: they may be counted, not preferred (E1). Or what
     * stands behind that: between teams, or with a supplier.
     */
    @Transactional
    public String add(Written written) {
        String kind = written.maybe("kind").isEmpty() ? "customer" : written.choice("kind", List.of("customer", "team", "supplier"));
        equal(written, switch (kind) {
            case "team" -> Set.of("kind", "en", "de", "service", "team", "asker");
            case "supplier" -> Set.of("kind", "en", "de", "service", "supplier");
            default -> Set.of("kind", "en", "de", "service", "unit");
        });
        Between between = switch (kind) {
            case "team" -> teams(written);
            case "supplier" -> new Between(kind, store.service(written), null, null, null, store.supplier(written));
            default -> new Between(kind, store.service(written), store.unit(written), null, null, null);
        };
        String key = Keys.free(written.required("en"), "agreement", store::taken);
        try {
            Written.allowed(store.add(key, written.name(), between));
        } catch (DuplicateKeyException e) {
            throw new Refused(kind.equals("team") ? "team" : "service", "agreements.refused.taken");
        }
        return key;
    }

    /** Between whom it is, as far as its kind asks: between teams a service is none or one. */
    record Between(String kind, @Nullable Long service, @Nullable Long unit, @Nullable Long team, @Nullable Long asker, @Nullable Long supplier) {}

    private Between teams(Written written) {
        long team = store.team(written);
        Long asker = store.asker(written);
        if (asker != null && asker == team) {
            throw new Refused("asker", "agreements.refused.same_team");
        }
        return new Between("team", store.maybeService(written), null, team, asker, null);
    }

    /** Terms from a day on, tomorrow at the earliest, with the targets of those before. */
    @Transactional
    public void plan(String key, Written written) {
        Agreement agreement = required(key, "en");
        LocalDate from = future(written, "from");
        long calendar = store.calendar(written);
        Written.allowed(store.plan(agreement.id(), from, calendar, written.choice("waiting", Offered.WAITING), written.choice("answers", Offered.ANSWERS), written.choice("changes", Offered.CHANGES), written.maybe("reason", 500)));
    }

    @Transactional
    public void drop(String key, String version) {
        changed(store.drop(open(key, version).id()));
    }

    @Transactional
    public void addTarget(String key, String version, Written written) {
        AgreementVersion open = open(key, version);
        equal(written, OF_TARGETS);
        Agreement agreement = required(key, "en");
        if (agreement.kind().equals("supplier") && !written.maybe("clock").equals("solution")) {
            throw new Refused("clock", "agreements.refused.supplier_clock");
        }
        if (!agreement.isWithCustomers() && written.maybe("hours").equals("served")) {
            throw new Refused("hours", "agreements.refused.own_hours");
        }
        Term term = Term.of(written);
        Long offering = store.offering(written);
        String function = written.maybe("function");
        List<PublishedException> published = store.published(agreement.id());
        if (!function.isEmpty()) {
            EqualByRule.check(List.of(new Ground("function", function)), published, published.stream().filter(e -> e.function().equals(function) && !e.until().isBefore(open.from()))
                    .map(e -> e.from().isAfter(open.from()) ? e.from() : open.from()).findFirst().orElse(open.from()));
        }
        try {
            changed(store.addTarget(open.id(), written.choice("clock", Offered.CLOCKS), term, written.choice("hours", List.of("provider", "served")), priority(written), kind(written), offering, function));
        } catch (DuplicateKeyException e) {
            throw new Refused("clock", "agreements.targets.twice");
        }
    }

    @Transactional
    public void dropTarget(String key, String version, String target) {
        open(key, version);
        changed(store.dropTarget(target));
    }

    @Transactional
    public void addLevel(String key, String version, Written written) {
        AgreementVersion open = open(key, version);
        String clock = written.maybe("clock").isEmpty() ? "" : written.choice("clock", Offered.CLOCKS);
        int minutes = whole(written, "minutes", 0, 527_040);
        boolean before = written.choice("when", List.of("before", "after")).equals("before");
        try {
            changed(store.addLevel(open.id(), clock, before ? -minutes : minutes, written.choice("whom", Offered.WHOM), written.maybe("channel").isEmpty() ? "desk" : written.choice("channel", channels())));
        } catch (DuplicateKeyException e) {
            throw new Refused("minutes", "agreements.levels.twice");
        }
    }

    @Transactional
    public void dropLevel(String key, String version, String level) {
        open(key, version);
        changed(store.dropLevel(level));
    }

    /** The one way in which not all are served alike: a function, held by the members of a unit, published with reason, grantor and end (E1). */
    @Transactional
    public void publish(String key, Written written) {
        Agreement agreement = required(key, "en");
        if (!agreement.isWithCustomers()) {
            throw new Refused("function", "agreements.refused.behind");
        }
        long unit = store.requiredUnit(written);
        var exception = new PublishedException(written.maybe("function"), written.maybe("reason", 500), written.maybe("grantor"), future(written, "from"), day(written, "until"));
        Written.allowed(store.publish(agreement.id(), unit, exception));
    }

    @Transactional
    public void endException(String key, String exception) {
        required(key, "en");
        changed(store.endException(exception));
    }

    private AgreementVersion open(String key, String version) {
        return versions(required(key, "en"), "en").stream().filter(v -> v.key().equals(version)).findFirst().orElseThrow(NotFound::new);
    }

    /** The database says no to terms that count already; who may at all was asked before. */
    private static void changed(boolean done) {
        if (!done) {
            throw new Refused("", "agreements.refused.in_force");
        }
    }

    /** What nobody asked for is no decoration: it would be a rule that tells people apart (E1). */
    private static void equal(Written written, Set<String> known) {
        var others = new HashSet<>(written.texts().keySet());
        others.removeAll(known);
        others.removeIf(field -> field.startsWith("_")); // what every form carries
        EqualByRule.check(others.stream().sorted().map(field -> new Ground(field, written.texts().get(field))).toList(), List.of(), LocalDate.now());
        others.stream().sorted().findFirst().ifPresent(field -> {
            throw new Refused(field, "agreements.equal.unknown", field);
        });
    }

    private static int priority(Written written) {
        return written.maybe("priority").isEmpty() ? 0 : whole(written, "priority", 1, 5);
    }

    private static String kind(Written written) {
        return written.maybe("kind").isEmpty() ? "" : written.choice("kind", Offered.KINDS);
    }

    static int whole(Written written, String field, int least, int most) {
        try {
            int number = Integer.parseInt(written.required(field));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refused(field, "agreements.refused.number", least, most);
    }

    private static LocalDate future(Written written, String field) {
        LocalDate day = day(written, field);
        if (!day.isAfter(LocalDate.now())) {
            throw new Refused(field, "agreements.refused.past");
        }
        return day;
    }

    private static LocalDate day(Written written, String field) {
        try {
            return LocalDate.parse(written.required(field));
        } catch (DateTimeException e) {
            throw new Refused(field, "agreements.refused.date");
        }
    }
}
