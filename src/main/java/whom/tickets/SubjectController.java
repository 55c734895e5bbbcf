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

/** What a ticket is about: its subject and its service. */
@Controller
class SubjectController {

    private final Tickets tickets;

    SubjectController(Tickets tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/tickets/{number}/subject")
    ModelAndView edit(@PathVariable String number, @RequestParam(required = false) @Nullable String back, Viewer viewer) {
        return new ModelAndView("tickets/subject", "page", tickets.choosing(number, back, viewer.language()));
    }

    @PostMapping("/tickets/{number}/subject")
    RedirectView rename(@PathVariable String number, @RequestParam(defaultValue = "") String subject, @ModelAttribute ActionForm form) {
        tickets.rename(number, form.version(), subject);
        return form.done(number);
    }

    @PostMapping("/tickets/{number}/service")
    RedirectView move(@PathVariable String number, @RequestParam(defaultValue = "") String service, @ModelAttribute ActionForm form) {
        tickets.moveTo(number, form.version(), service);
        return form.done(number);
    }
}
