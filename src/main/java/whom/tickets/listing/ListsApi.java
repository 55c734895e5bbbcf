package whom.tickets.listing;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whom.access.Viewer;
import whom.api.Asked;
import whom.api.Does;
import whom.api.Slice;
import whom.kernel.Refused;
import whom.tickets.filter.BadFilter;
import whom.tickets.filter.Filter;
import whom.vocabulary.Words;

/** Lists and search for programs: the filter language, cursors. */
@RestController
class ListsApi {

    private final TicketLists lists;
    private final TicketSearch search;

    ListsApi(TicketLists lists, TicketSearch search) {
        this.lists = lists;
        this.search = search;
    }

    @Does(value = "The desk's tickets that one works on or could, by the filter language.", query = {"filter: such as is:open service:payroll due<2h", "order: promise, priority or updated"})
    @GetMapping("/api/v1/tickets")
    Slice<TicketView> list(@RequestParam(defaultValue = "") String filter, @RequestParam(required = false) @Nullable String order, Asked asked, Viewer viewer, Words words) {
        Order wished = order == null ? null : Order.of(order).orElseThrow(() -> new Refused("order", "tickets.order.unknown"));
        TicketList list = readable("filter", () -> lists.page(Filter.read(filter), wished, asked.after(), asked.limit(), words.zone(), viewer.language()));
        return slice(list.rows(), list.next(), asked);
    }

    @Does(value = "Searches what was said in all that one may read, newest change first.", query = {"q: words, and conditions of the filter language"})
    @GetMapping("/api/v1/search")
    Slice<TicketView> search(@RequestParam(defaultValue = "") String q, Asked asked, Viewer viewer, Words words) {
        SearchResult result = readable("q", () -> search.search(Filter.readAsSearch(q), asked.after(), words.zone(), viewer.language()));
        return slice(result.rows(), result.next(), asked);
    }

    private static Slice<TicketView> slice(List<TicketRow> rows, @Nullable String next, Asked asked) {
        return new Slice<>(rows.stream().map(TicketView::of).toList(), next == null ? null : asked.after(next));
    }

    private static <T> T readable(String parameter, Supplier<T> work) {
        try {
            return work.get();
        } catch (BadFilter bad) {
            throw new Refused(parameter, bad.key(), bad.arguments());
        }
    }
}
