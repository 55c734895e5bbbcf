package whom.tickets.raising;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import whom.access.Viewer;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.tickets.Doing;
import whom.tickets.Priority;
import whom.tickets.RaiseTicket;
import whom.tickets.Raised;
import whom.tickets.Tickets;
import whom.tickets.listing.Redirect;
import whom.vocabulary.Words;
import whom.web.Flash;

/** A new ticket: for whom, about what, and what it holds up. */
@Controller
class NewTicketController {

    private final Tickets tickets;
    private final RaisingStore store;

    NewTicketController(Tickets tickets, RaisingStore store) {
        this.tickets = tickets;
        this.store = store;
    }

    @GetMapping("/tickets/new")
    ModelAndView form(@RequestParam(defaultValue = "") String whom, Viewer viewer, Words words) {
        agentsOnly(viewer);
        return new ModelAndView("tickets/new", "page", new NewTicketPage(whom, store.people(whom), store.services(words.language().tag())));
    }

    @GetMapping("/tickets/new/people")
    ModelAndView people(@RequestParam(defaultValue = "") String whom, Viewer viewer) {
        agentsOnly(viewer);
        return new ModelAndView("tickets/_people", "page", new NewTicketPage(whom, store.people(whom), java.util.List.of()));
    }

    @PostMapping("/tickets")
    RedirectView raise(@RequestParam(required = false) @Nullable String served, @RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String subject,
                       @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "incident") String kind, @RequestParam(defaultValue = "slowed") String doing,
                       @RequestParam(defaultValue = "3") int impact, @RequestParam(defaultValue = "phone") String channel, Viewer viewer, Words words,
                       HttpServletRequest request, HttpServletResponse response) {
        agentsOnly(viewer);
        RaisingStore.Found person = served == null ? null : store.person(served).orElse(null);
        if (person == null) {
            throw new Refused("whom", "tickets.new.served_unknown");
        }
        Long about = service.isBlank() ? null : store.service(service.strip()).orElseThrow(() -> new Refused("service", "tickets.service.unknown"));
        Priority priority = new Priority(impact, 2).urgedBy(doing(doing));
        Raised raised = tickets.raiseOnce(new RaiseTicket(kind(kind), person.id(), about, null, subject, text, priority, channel.equals("web") ? "web" : "phone", words.language().tag()));
        Flash.of("tickets.new.done", raised.number()).keep(request, response);
        // What another team gets, or nobody yet, is not read by whoever took the call.
        return Redirect.to(tickets.reads(raised.number()) ? "/tickets/" + raised.number() : "/tickets");
    }

    private static String kind(String typed) {
        return switch (typed) {
            case "request", "complaint" -> typed;
            default -> "incident";
        };
    }

    private static Doing doing(String typed) {
        return Arrays.stream(Doing.values()).filter(d -> d.key().equals(typed)).findFirst().orElseThrow(() -> new Refused("doing", "tickets.priority.urgency_unknown"));
    }

    private static void agentsOnly(Viewer viewer) {
        if (!viewer.agent()) {
            throw new NotFound();
        }
    }
}
