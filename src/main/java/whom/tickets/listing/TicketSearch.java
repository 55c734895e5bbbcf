package whom.tickets.listing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.tickets.filter.BadFilter;
import whom.tickets.filter.Criterion;
import whom.tickets.filter.Filter;

/** Searching what was said in all that this actor may read: subjects, what the one served and the desk said, and for agents their notes. */
@Component
public class TicketSearch {

    private static final int STRETCH = 500;
    /** With further conditions, so many hits of the words are looked through for one page. */
    private static final int FAR = 5_000;

    private final TicketLists lists;
    private final SearchStore store;

    TicketSearch(TicketLists lists, SearchStore store) {
        this.lists = lists;
        this.store = store;
    }

    /** @throws BadFilter when something is named that is not there */
    @Transactional(propagation = Propagation.NESTED) // reads, but asks the planner, which read-only transactions allow and stable functions do not
    public SearchResult search(Filter filter, @Nullable String after, ZoneId zone, String language) {
        if (filter.isAll()) {
            return SearchResult.NOTHING;
        }
        String question = filter.question();
        if (question.isEmpty()) {
            TicketList list = lists.page(filter, Order.UPDATED, after, zone, language);
            return new SearchResult(list.rows(), List.of(), list.next(), false);
        }
        Criterion rest = lists.meaning(filter.withoutQuestion(), lists.asker(zone));
        SearchResult found = found(question, rest, after == null ? null : Place.read(after).orElse(null), language);
        boolean mistyped = after == null && found.rows().isEmpty() && !filter.words().isEmpty();
        return mistyped ? new SearchResult(found.rows(), similar(filter, rest, language), found.next(), found.gaveUp()) : found;
    }

    private SearchResult found(String question, Criterion rest, @Nullable Place after, String language) {
        boolean plain = rest.equals(new Criterion.All(List.of()));
        int wanted = TicketList.PAGE + 1;
        List<TicketRow> rows = new ArrayList<>();
        SearchStore.Hits hits = store.hits(question, after, plain ? wanted : STRETCH);
        int looked = hits.ids().size();
        rows.addAll(store.rows(hits.ids(), rest, language));
        while (!plain && rows.size() < wanted && hits.isFull() && looked < FAR) {
            hits = store.hits(question, hits.last(), STRETCH);
            looked += hits.ids().size();
            rows.addAll(store.rows(hits.ids(), rest, language));
        }
        boolean gaveUp = hits.gaveUp() || rows.size() < wanted && hits.isFull() && !plain;
        boolean more = rows.size() > TicketList.PAGE;
        List<TicketRow> page = more ? rows.subList(0, TicketList.PAGE) : rows;
        return new SearchResult(page, List.of(), more ? page.getLast().place(Order.UPDATED).written() : null, gaveUp);
    }

    private List<TicketRow> similar(Filter filter, Criterion rest, String language) {
        return store.rows(store.nearly(String.join(" ", filter.words()), 20), rest, language);
    }
}
