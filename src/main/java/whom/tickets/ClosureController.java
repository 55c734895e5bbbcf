package whom.tickets;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;
import whom.tickets.listing.Redirect;

/** Closing a ticket for good: teams that passed it on leave it, and what was let in ends (P1, P3). */
@Controller
class ClosureController {

    private final Tickets tickets;

    ClosureController(Tickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/tickets/{number}/closure")
    RedirectView close(@PathVariable String number, @ModelAttribute ActionForm form) {
        return tickets.move(number, form.version(), StageChange.to(Stage.CLOSED)).map(still -> form.done(number)).orElseGet(() -> Redirect.to("/tickets"));
    }

    @DeleteMapping("/tickets/{number}/closure")
    RedirectView reopen(@PathVariable String number, @ModelAttribute ActionForm form) {
        tickets.move(number, form.version(), StageChange.to(Stage.OPEN));
        return form.done(number);
    }
}
