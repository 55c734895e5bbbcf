package whom.tickets.opened;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.tickets.Ticket;
import whom.tickets.Tickets;
import whom.tickets.listing.ListAddress;
import whom.tickets.listing.Queue;
import whom.tickets.listing.Redirect;
import whom.vocabulary.Words;

/** A ticket beside its list. Whoever does not work on it is shown the page for those who are served. */
@Controller
class TicketController {

    private final Tickets tickets;
    private final Openings openings;
    private final Queue queue;

    TicketController(Tickets tickets, Openings openings, Queue queue) {
        this.tickets = tickets;
        this.openings = openings;
        this.queue = queue;
    }

    @GetMapping("/tickets/{number:[A-Za-z0-9]{3}-?[A-Za-z0-9]{4}}")
    ModelAndView open(@PathVariable String number, @RequestParam(required = false) @Nullable String view, @RequestParam(required = false) @Nullable String q,
                      @RequestParam(required = false) @Nullable String order, @RequestParam(required = false) @Nullable String after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target, Viewer viewer, Words words) {
        Ticket ticket = tickets.find(number);
        if (!ticket.isWorkedOnBy() && !ticket.right().equals("seal")) {
            return new ModelAndView(Redirect.to("/requests/" + ticket.number()));
        }
        if (!number.equals(ticket.number())) {
            return new ModelAndView(Redirect.to("/tickets/" + ticket.number()));
        }
        ListAddress address = ListAddress.of(view, q, order, after);
        OpenedTicket opened = openings.open(ticket, address, words);
        return "main".equals(target) ? new ModelAndView("tickets/_main", "ticket", opened)
                : new ModelAndView("tickets/ticket", Map.of("ticket", opened, "page", queue.page(address, words)));
    }
}
