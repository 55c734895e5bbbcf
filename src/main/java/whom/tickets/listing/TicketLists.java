package whom.tickets.listing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.PublicNumber;
import whom.tickets.filter.Asking;
import whom.tickets.filter.BadFilter;
import whom.tickets.filter.Criterion;
import whom.tickets.filter.Filter;
import whom.tickets.filter.Meaning;
import whom.tickets.filter.Reference;

/** Lists of the desk's tickets: what this actor works on or could, never what they are served by or were let in to. */
@Component
public class TicketLists {

    /** Beyond this a count says only that there are more. */
    public static final int COUNTED = ListStore.COUNTED;

    private final ListStore store;
    private final Clock clock;
    private final LargeCounts large = new LargeCounts();

    TicketLists(ListStore store, ObjectProvider<Clock> clock) {
        this.store = store;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * One page. Without an order: by promise where all are open, else by change. {@code after} is what the page before gave as next.
     *
     * @throws BadFilter when something is named that is not there
     */
    @Transactional(readOnly = true, noRollbackFor = BadFilter.class)
    public TicketList page(Filter filter, @Nullable Order wished, @Nullable String after, ZoneId zone, String language) {
        return page(filter, wished, after, TicketList.PAGE, zone, language);
    }

    @Transactional(readOnly = true, noRollbackFor = BadFilter.class)
    public TicketList page(Filter filter, @Nullable Order wished, @Nullable String after, int limit, ZoneId zone, String language) {
        return page(filter, wished, after, limit, asker(zone), language);
    }

    /** For whoever reads more than one thing as the same asker; within their transaction. */
    TicketList page(Filter filter, @Nullable Order wished, @Nullable String after, int limit, Asker asker, String language) {
        Order order = order(filter, wished);
        Place place = after == null ? null : Place.read(after).orElse(null);
        ListSql sql = narrowed(filter, meaning(filter, asker), asker, order, place, limit + 1);
        List<TicketRow> rows = new ArrayList<>(store.rows(sql, language));
        boolean more = rows.size() > limit;
        if (more) {
            rows.removeLast();
        }
        return new TicketList(rows, order, more ? rows.getLast().place(order).written() : null, false);
    }

    /** One ticket as a row, for whoever may read it. */
    @Transactional(readOnly = true)
    public Optional<TicketRow> row(String number, String language) {
        return PublicNumber.read(number).flatMap(n -> store.one(n, language));
    }

    /** How many there are in each, at most {@link #COUNTED} and one more; null where that cannot be said. One statement. */
    @Transactional(readOnly = true)
    public List<@Nullable Integer> counts(List<? extends @Nullable Filter> filters, ZoneId zone) {
        return counts(filters, asker(zone));
    }

    List<@Nullable Integer> counts(List<? extends @Nullable Filter> filters, Asker asker) {
        Instant now = asker.asking().now();
        Map<Filter, @Nullable Integer> known = new HashMap<>();
        List<Filter> asked = new ArrayList<>();
        for (Filter filter : filters.stream().filter(Objects::nonNull).distinct().toList()) {
            large.count(remembered(filter, asker), now).ifPresentOrElse(count -> known.put(filter, count), () -> asked.add(filter));
        }
        known.putAll(count(asked, asker));
        return filters.stream().map(filter -> filter == null ? null : known.get(filter)).toList();
    }

    /** Open tickets are passed over once for all; each is counted by itself where they are too many for that, or sight alone cannot tell. */
    private Map<Filter, @Nullable Integer> count(List<Filter> asked, Asker asker) {
        Instant now = asker.asking().now();
        Map<Reference, List<Long>> found = store.find(references(asked));
        Map<Filter, @Nullable ListSql> each = new LinkedHashMap<>();
        asked.forEach(filter -> each.put(filter, countable(filter, asker, found)));
        Map<Filter, @Nullable Integer> counted = new HashMap<>();
        List<Filter> open = asked.stream().filter(filter -> each.get(filter) != null && each.get(filter).isOfOpenSight()).toList();
        if (open.size() > 1 && large.count(all(asker), now).isEmpty()) {
            ListStore.Passed passed = store.passed(open.stream().map(filter -> each.get(filter).criterion()).toList(), asker.keys());
            large.remember(all(asker), COUNTED, passed.rows() > COUNTED ? passed.rows() : 0, now);
            for (int i = 0; passed.rows() <= COUNTED && i < open.size(); i++) {
                counted.put(open.get(i), passed.counts().get(i));
                large.remember(remembered(open.get(i), asker), passed.counts().get(i), passed.rows(), now);
            }
        }
        List<Filter> rest = asked.stream().filter(filter -> !counted.containsKey(filter)).toList();
        List<@Nullable Integer> counts = store.counts(rest.stream().map(each::get).toList());
        for (int i = 0; i < rest.size(); i++) {
            Integer count = counts.get(i);
            counted.put(rest.get(i), count);
            if (count != null) {
                large.remember(remembered(rest.get(i), asker), count, count, now);
            }
        }
        return counted;
    }

    /** What one does oneself is counted at once. */
    void countAnew(long account) {
        large.forget(account);
    }

    private static LargeCounts.Of all(Asker asker) {
        return new LargeCounts.Of(asker.asking().me(), asker.keys(), "", asker.asking().zone());
    }

    private static LargeCounts.Of remembered(Filter filter, Asker asker) {
        return new LargeCounts.Of(asker.asking().me(), asker.keys(), filter.toString(), asker.asking().zone());
    }

    static Order order(Filter filter, @Nullable Order wished) {
        if (wished != null && (!wished.isOfOpen() || filter.onlyOpen())) {
            return wished;
        }
        return filter.onlyOpen() ? Order.PROMISE : Order.UPDATED;
    }

    Asker asker(ZoneId zone) {
        return store.asker(clock.instant(), zone);
    }

    Criterion meaning(Filter filter, Asker asker) {
        return filter.meaning(new Meaning(asker.asking(), store.find(filter.references())));
    }

    private @Nullable ListSql countable(Filter filter, Asker asker, Map<Reference, List<Long>> found) {
        try {
            return sql(filter.meaning(new Meaning(asker.asking(), found)), asker, order(filter, null), null, 0);
        } catch (BadFilter gone) {
            return null; // a saved view whose service is no more
        }
    }

    /** Rare words of the subject are looked up first. */
    private ListSql narrowed(Filter filter, Criterion criterion, Asker asker, Order order, @Nullable Place place, int wanted) {
        ListSql sql = sql(criterion, asker, order, place, wanted);
        if (sql.narrow()) {
            return sql;
        }
        for (String words : filter.words()) {
            List<Long> named = store.naming(words);
            if (named != null) {
                return new ListSql(new Criterion.All(List.of(new Criterion.These(named), criterion)), true, asker.keys(), order, place, wanted);
            }
        }
        return sql;
    }

    private static ListSql sql(Criterion criterion, Asker asker, Order order, @Nullable Place place, int wanted) {
        return new ListSql(criterion, criterion.isNarrow(), keys(criterion, asker), order, place, wanted);
    }

    /** What my teams hold is in sight by my teams' keys. */
    private static List<Long> keys(Criterion criterion, Asker asker) {
        Set<Long> teams = criterion.teams();
        if (teams == null) {
            return asker.keys();
        }
        Set<Long> keys = new HashSet<>();
        teams.forEach(t -> keys.add(-t));
        return asker.keys().containsAll(keys) ? List.copyOf(keys) : asker.keys();
    }

    private static Set<Reference> references(List<? extends @Nullable Filter> filters) {
        Set<Reference> all = new HashSet<>();
        filters.stream().filter(Objects::nonNull).forEach(f -> all.addAll(f.references()));
        return all;
    }
}
