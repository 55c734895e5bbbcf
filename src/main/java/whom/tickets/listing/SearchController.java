package whom.tickets.listing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.kernel.PublicNumber;
import whom.tickets.filter.BadFilter;
import whom.tickets.filter.Filter;
import whom.vocabulary.Words;

/** Search over all that one may read. A number goes straight to its ticket. */
@Controller
class SearchController {

    private final TicketSearch search;
    private final Clock clock;

    SearchController(TicketSearch search, ObjectProvider<Clock> clock) {
        this.search = search;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping("/search")
    ModelAndView search(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after, Words words) {
        SearchResult result = SearchResult.NOTHING;
        FilterFault fault = null;
        boolean tooLong = false;
        try {
            result = search.search(Filter.readAsSearch(q), after, words.zone(), words.language().tag());
        } catch (BadFilter bad) {
            fault = FilterFault.of(q, bad, words);
        } catch (QueryTimeoutException slow) {
            tooLong = true;
        }
        Optional<String> number = PublicNumber.read(q);
        if (number.isPresent() && result.rows().size() == 1) {
            return new ModelAndView(Redirect.to("/tickets/" + number.get()));
        }
        String next = result.next() == null ? null : "/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&after=" + result.next();
        return new ModelAndView("tickets/search", "page", new SearchPage(q, result, fault, next, tooLong, clock.instant()));
    }
}
