package whom.tickets.listing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.kernel.NotFound;
import whom.vocabulary.Words;

/** The queue. */
@Controller
class QueueController {

    private final Queue queue;

    QueueController(Queue queue) {
        this.queue = queue;
    }

    @GetMapping("/tickets")
    ModelAndView list(@RequestParam(required = false) @Nullable String view, @RequestParam(required = false) @Nullable String q,
                      @RequestParam(required = false) @Nullable String order, @RequestParam(required = false) @Nullable String after, Viewer viewer, Words words) {
        if (!viewer.agent()) {
            throw new NotFound();
        }
        return new ModelAndView("tickets/queue", "page", queue.page(ListAddress.of(view, q, order, after), words));
    }
}
