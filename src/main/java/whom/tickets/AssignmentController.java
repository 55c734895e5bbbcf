package whom.tickets;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import whom.access.Viewer;
import whom.kernel.Refused;

/** Who works on a ticket. */
@Controller
class AssignmentController {

    private final Tickets tickets;

    AssignmentController(Tickets tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/tickets/{number}/assignment")
    ModelAndView choose(@PathVariable String number, @RequestParam(required = false) @Nullable String back, Viewer viewer) {
        return new ModelAndView("tickets/assignment", "page", tickets.choosing(number, back, viewer.language()));
    }

    /** Without a person: to the one who asks. */
    @PostMapping("/tickets/{number}/assignment")
    RedirectView assign(@PathVariable String number, @RequestParam(required = false) @Nullable String person, @ModelAttribute ActionForm form, Viewer viewer) {
        long to = person == null ? viewer.id() : tickets.person(person).orElseThrow(() -> new Refused("person", "tickets.assignment.cannot"));
        tickets.assign(number, form.version(), to);
        return form.done(number);
    }

    @DeleteMapping("/tickets/{number}/assignment")
    RedirectView unassign(@PathVariable String number, @ModelAttribute ActionForm form) {
        tickets.assign(number, form.version(), null);
        return form.done(number);
    }
}
