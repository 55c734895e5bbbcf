package whom.tickets.listing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import whom.tickets.filter.BadFilter;
import whom.tickets.filter.Filter;
import whom.vocabulary.Words;

/** Puts the queue together: the views with their counts, and a page of one of them. */
@Component
public class Queue {

    private final TicketLists lists;
    private final SavedViews saved;
    private final TransactionTemplate within;
    private final Clock clock;

    Queue(TicketLists lists, SavedViews saved, PlatformTransactionManager transactions, ObjectProvider<Clock> clock) {
        this.lists = lists;
        this.saved = saved;
        this.within = new TransactionTemplate(transactions);
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    public QueuePage page(ListAddress address, Words words) {
        List<SavedView> kept = saved.all();
        Optional<SavedView> chosen = kept.stream().filter(v -> v.key().equals(address.view())).findFirst();
        DeskView desk = DeskView.of(address.view()).orElse(DeskView.MINE);
        String base = chosen.map(SavedView::filter).orElse(desk.filter().toString());
        String title = chosen.map(SavedView::name).orElseGet(() -> words.say("tickets.view." + desk.key()));

        Reading read = read(base, address, kept, words);
        List<@Nullable Integer> counts = read.counts;
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
        String whole = read.filter == null ? address.filter() : read.filter.toString();
        return new QueuePage(address, title, chosen.isPresent(), chosen.map(SavedView::mine).orElse(false), whole, views, own, read.list, counts.getLast(), read.fault, clock.instant());
    }

    /** What was read until it took too long. */
    private static final class Reading {

        @Nullable Filter filter;
        @Nullable FilterFault fault;
        TicketList list = new TicketList(List.of(), Order.PROMISE, null, true);
        List<@Nullable Integer> counts;

        Reading(int counts) {
            this.counts = new ArrayList<>(Collections.nCopies(counts, null));
        }
    }

    /** Behind a savepoint, so that the rest of the page goes on without what takes too long. Counting is never worth a page, so it comes last. */
    private Reading read(String base, ListAddress address, List<SavedView> kept, Words words) {
        var read = new Reading(DeskView.values().length + kept.size() + 1);
        within.executeWithoutResult(status -> {
            Object before = status.createSavepoint();
            try {
                fill(read, base, address, kept, words);
            } catch (QueryTimeoutException slow) {
                status.rollbackToSavepoint(before);
                LoggerFactory.getLogger(Queue.class).debug("A list took too long, or its counts", slow);
            }
        });
        return read;
    }

    private void fill(Reading read, String base, ListAddress address, List<SavedView> kept, Words words) {
        Asker asker = lists.asker(words.zone());
        try {
            Filter filter = Filter.read(base).and(Filter.read(address.filter()));
            Order wished = address.order() == null ? null : Order.of(address.order()).orElse(null);
            read.list = lists.page(filter, wished, address.after(), TicketList.PAGE, asker, words.language().tag());
            read.filter = filter;
        } catch (BadFilter bad) {
            read.fault = FilterFault.of(address.filter(), bad, words);
            read.list = new TicketList(List.of(), Order.PROMISE, null, false);
        }
        read.counts = lists.counts(counted(kept, read.filter), asker);
    }

    /** All views, and last the list itself. */
    private static List<@Nullable Filter> counted(List<SavedView> kept, @Nullable Filter filter) {
        List<@Nullable Filter> each = new ArrayList<>();
        Arrays.stream(DeskView.values()).forEach(v -> each.add(v.isCounted() ? v.filter() : null));
        kept.forEach(v -> each.add(readable(v.filter())));
        each.add(filter);
        return each;
    }

    private static @Nullable Filter readable(String filter) {
        try {
            return Filter.read(filter);
        } catch (BadFilter gone) {
            return null;
        }
    }
}
