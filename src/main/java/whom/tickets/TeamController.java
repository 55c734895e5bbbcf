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

/** Which teams are on a ticket: passing it on, or asking another in. */
@Controller
class TeamController {

    private final Tickets tickets;

    TeamController(Tickets tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/tickets/{number}/team")
    ModelAndView choose(@PathVariable String number, @RequestParam(required = false) @Nullable String back, Viewer viewer) {
        return new ModelAndView("tickets/team", "page", tickets.choosing(number, back, viewer.language()));
    }

    @PostMapping("/tickets/{number}/team")
    RedirectView put(@PathVariable String number, @RequestParam(defaultValue = "") String team, @RequestParam(defaultValue = "holds") String why,
                     @RequestParam(defaultValue = "") String reason, @ModelAttribute ActionForm form) {
        if (why.equals("asked_in")) {
            tickets.askIn(number, form.version(), team, reason);
        } else {
            tickets.passOn(number, form.version(), team, reason);
        }
        return form.done(number);
    }
}
