package whom.tickets;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Solving a ticket, and opening it again. */
@Controller
class SolutionController {

    private final Tickets tickets;

    SolutionController(Tickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/tickets/{number}/solution")
    RedirectView solve(@PathVariable String number, @ModelAttribute ActionForm form) {
        tickets.move(number, form.version(), StageChange.to(Stage.SOLVED));
        return form.done(number);
    }

    @DeleteMapping("/tickets/{number}/solution")
    RedirectView reopen(@PathVariable String number, @ModelAttribute ActionForm form) {
        tickets.move(number, form.version(), StageChange.to(Stage.OPEN));
        return form.done(number);
    }
}
