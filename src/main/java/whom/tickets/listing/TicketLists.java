package whom.tickets.listing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
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
    @Transactional(readOnly = true, propagation = Propagation.NESTED)
    public TicketList page(Filter filter, @Nullable Order wished, @Nullable String after, ZoneId zone, String language) {
        return page(filter, wished, after, TicketList.PAGE, zone, language);
    }

    @Transactional(readOnly = true, propagation = Propagation.NESTED)
    public TicketList page(Filter filter, @Nullable Order wished, @Nullable String after, int limit, ZoneId zone, String language) {
        Asker asker = asker(zone);
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
    @Transactional(readOnly = true, propagation = Propagation.NESTED)
    public Optional<TicketRow> row(String number, String language) {
        return PublicNumber.read(number).flatMap(n -> store.one(n, language));
    }

    /** How many there are in each, at most {@link #COUNTED} and one more; null where that cannot be said. One statement. */
    @Transactional(readOnly = true, propagation = Propagation.NESTED)
    public List<@Nullable Integer> counts(List<? extends @Nullable Filter> filters, ZoneId zone) {
        Asker asker = asker(zone);
        Instant now = asker.asking().now();
        Map<Filter, @Nullable Integer> known = new HashMap<>();
        List<Filter> asked = new ArrayList<>();
        for (Filter filter : filters.stream().filter(Objects::nonNull).distinct().toList()) {
            large.count(remembered(filter, asker), now).ifPresentOrElse(count -> known.put(filter, count), () -> asked.add(filter));
        }
        Map<Reference, List<Long>> found = store.find(references(asked));
        List<@Nullable Integer> counted = store.counts(asked.stream().map(filter -> countable(filter, asker, found)).toList());
        for (int i = 0; i < counted.size(); i++) {
            Integer count = counted.get(i);
            known.put(asked.get(i), count);
            if (count != null) {
                large.remember(remembered(asked.get(i), asker), count, now);
            }
        }
        return filters.stream().map(filter -> filter == null ? null : known.get(filter)).toList();
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
