package whom.tickets.listing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import whom.tickets.filter.BadFilter;
import whom.tickets.filter.Filter;
import whom.vocabulary.Words;

/** Puts the queue together: the views with their counts, and a page of one of them. */
@Component
public class Queue {

    private final TicketLists lists;
    private final SavedViews saved;
    private final Clock clock;

    Queue(TicketLists lists, SavedViews saved, ObjectProvider<Clock> clock) {
        this.lists = lists;
        this.saved = saved;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    public QueuePage page(ListAddress address, Words words) {
        List<SavedView> kept = saved.all();
        Optional<SavedView> chosen = kept.stream().filter(v -> v.key().equals(address.view())).findFirst();
        DeskView desk = DeskView.of(address.view()).orElse(DeskView.MINE);
        String base = chosen.map(SavedView::filter).orElse(desk.filter().toString());
        String title = chosen.map(SavedView::name).orElseGet(() -> words.say("tickets.view." + desk.key()));

        TicketList list = new TicketList(List.of(), Order.PROMISE, null, false);
        FilterFault fault = null;
        Filter filter = null;
        try {
            filter = read(base).and(Filter.read(address.filter()));
            list = lists.page(filter, address.order() == null ? null : Order.of(address.order()).orElse(null), address.after(), words.zone(), words.language().tag());
        } catch (BadFilter bad) {
            fault = FilterFault.of(address.filter(), bad, words);
            filter = null;
        } catch (QueryTimeoutException slow) {
            list = new TicketList(List.of(), Order.PROMISE, null, true);
        }

        List<@Nullable Integer> counts = counts(kept, filter, words);
        List<ViewLink> views = new ArrayList<>();
        for (DeskView view : DeskView.values()) {
            views.add(new ViewLink(view.key(), words.say("tickets.view." + view.key()), view.icon(), view.keys(), view.isCounted() ? counts.get(view.ordinal()) : null,
                    chosen.isEmpty() && view == desk, false));
        }
        List<ViewLink> own = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            SavedView view = kept.get(i);
            own.add(new ViewLink(view.key(), view.name(), view.shared() ? "users" : "funnel", null, counts.get(DeskView.values().length + i), chosen.filter(view::equals).isPresent(), view.shared()));
        }
        String whole = filter == null ? address.filter() : filter.toString();
        return new QueuePage(address, title, chosen.isPresent(), chosen.map(SavedView::mine).orElse(false), whole, views, own, list, counts.getLast(), fault, clock.instant());
    }

    /** Of all views, and last of the list itself. Counting is never worth a page: what takes too long is not said. */
    private List<@Nullable Integer> counts(List<SavedView> kept, @Nullable Filter filter, Words words) {
        List<@Nullable Filter> each = new ArrayList<>();
        Arrays.stream(DeskView.values()).forEach(v -> each.add(v.isCounted() ? v.filter() : null));
        kept.forEach(v -> each.add(readable(v.filter())));
        each.add(filter);
        try {
            return lists.counts(each, words.zone());
        } catch (QueryTimeoutException slow) {
            return new ArrayList<>(java.util.Collections.nCopies(each.size(), null));
        }
    }

    private static @Nullable Filter readable(String filter) {
        try {
            return read(filter);
        } catch (BadFilter gone) {
            return null;
        }
    }

    private static Filter read(String filter) {
        return Filter.read(filter);
    }
}
