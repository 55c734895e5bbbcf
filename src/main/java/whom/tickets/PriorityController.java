package whom.tickets;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import whom.access.Viewer;

/** Impact and urgency, from which the priority follows. */
@Controller
class PriorityController {

    private final Tickets tickets;

    PriorityController(Tickets tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/tickets/{number}/priority")
    ModelAndView choose(@PathVariable String number, @RequestParam(required = false) @Nullable String back, Viewer viewer) {
        return new ModelAndView("tickets/priority", "page", tickets.choosing(number, back, viewer.language()));
    }

    @PostMapping("/tickets/{number}/priority")
    RedirectView set(@PathVariable String number, @RequestParam(defaultValue = "0") int impact, @RequestParam(defaultValue = "0") int urgency, @ModelAttribute ActionForm form) {
        tickets.prioritise(number, form.version(), new Priority(impact, urgency));
        return form.done(number);
    }
}
