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

/** Tickets that belong together, and those that are one. */
@Controller
class LinkController {

    private final Tickets tickets;

    LinkController(Tickets tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/tickets/{number}/links")
    ModelAndView choose(@PathVariable String number, @RequestParam(required = false) @Nullable String back, Viewer viewer) {
        return new ModelAndView("tickets/links", "page", tickets.choosing(number, back, viewer.language()));
    }

    @PostMapping("/tickets/{number}/links")
    RedirectView link(@PathVariable String number, @RequestParam(defaultValue = "") String other, @ModelAttribute ActionForm form) {
        tickets.link(number, other);
        return form.done(number);
    }

    @DeleteMapping("/tickets/{number}/links/{other}")
    RedirectView unlink(@PathVariable String number, @PathVariable String other, @ModelAttribute ActionForm form) {
        tickets.unlink(number, other);
        return form.done(number);
    }

    @PostMapping("/tickets/{number}/merge")
    RedirectView merge(@PathVariable String number, @RequestParam(defaultValue = "") String into, @ModelAttribute ActionForm form) {
        tickets.merge(number, form.version(), into);
        return form.done(number);
    }

    @DeleteMapping("/tickets/{number}/merge/{into}")
    RedirectView unmerge(@PathVariable String number, @PathVariable String into, @ModelAttribute ActionForm form) {
        tickets.unmerge(number, into);
        return form.done(number);
    }
}
