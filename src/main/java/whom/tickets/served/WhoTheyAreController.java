package whom.tickets.served;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import whom.kernel.NotFound;
import whom.standings.Standings;
import whom.tickets.Ticket;
import whom.tickets.Tickets;
import whom.vocabulary.Words;

/** What is in the fold of {@link WhoTheyAre}; a page of its own for whoever has no scripts. */
@Controller
class WhoTheyAreController {

    private final Tickets tickets;
    private final Standings standings;

    WhoTheyAreController(Tickets tickets, Standings standings) {
        this.tickets = tickets;
        this.standings = standings;
    }

    @GetMapping("/tickets/{number}/who")
    ModelAndView who(@PathVariable String number, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Words words) {
        Ticket ticket = tickets.find(number);
        if (!ticket.isWorkedOnBy()) {
            throw new NotFound();
        }
        return new ModelAndView(part == null ? "tickets/who" : "tickets/_who", Map.of("ticket", ticket, "served", standings.served(ticket.number(), words)));
    }
}
