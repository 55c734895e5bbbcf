package whom.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewers;
import whom.conversations.Admissions;
import whom.conversations.Conversation;
import whom.conversations.Conversations;
import whom.conversations.LetIn;
import whom.conversations.Message;
import whom.conversations.Person;
import whom.conversations.Readers;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.tickets.Ticket;
import whom.tickets.Tickets;
import whom.web.Flash;

/** The one served lets somebody in: first whom, then for what, until when and to what; and takes it back (P3). */
@Controller
class LetInController {

    private static final int USUAL_DAYS = 30;

    private final Tickets tickets;
    private final Conversations conversations;
    private final Readers readers;
    private final Requests requests;
    private final Admissions admissions;

    LetInController(Tickets tickets, Conversations conversations, Readers readers, Requests requests, Admissions admissions) {
        this.tickets = tickets;
        this.conversations = conversations;
        this.readers = readers;
        this.requests = requests;
        this.admissions = admissions;
    }

    @GetMapping("/requests/{number}/let-in")
    ModelAndView whom(@PathVariable String number, @RequestParam(defaultValue = "") String name) {
        Ticket ticket = mine(number);
        List<Person> found = readers.colleagues(name);
        if (found.size() == 1) {
            return new ModelAndView("redirect:/requests/" + ticket.number() + "/let-in/" + found.getFirst().key());
        }
        return new ModelAndView("portal/let-in").addObject("number", ticket.number()).addObject("name", name).addObject("found", found);
    }

    @GetMapping("/requests/{number}/let-in/{person}")
    ModelAndView what(@PathVariable String number, @PathVariable String person, HttpServletRequest request) {
        Ticket ticket = mine(number);
        Conversation conversation = conversations.read(ticket.id());
        return new ModelAndView("portal/let-in-what").addObject("number", ticket.number()).addObject("person", person(person))
                .addObject("service", requests.serviceName(ticket.service(), AskController.language(request)))
                .addObject("until", LocalDate.now(zone(request)).plusDays(USUAL_DAYS)).addObject("latest", LocalDate.now(zone(request)).plusDays(Readers.LONGEST.toDays()))
                .addObject("messages", conversation.messages().stream().filter(m -> m.kind() == Message.Kind.MAIN).toList());
    }

    @PostMapping("/requests/{number}/let-in/{person}")
    String letIn(@PathVariable String number, @PathVariable String person, @RequestParam(defaultValue = "request") String scope,
                 @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
                 @RequestParam(required = false) @Nullable List<UUID> earlier, HttpServletRequest request, HttpServletResponse response) {
        Ticket ticket = mine(number);
        if (until == null) {
            throw new Refused("until", "portal.let_in.until.missing");
        }
        Person let = person(person);
        Long service = scope.equals("service") ? ticket.service() : null;
        List<Long> picked = earlier == null || service != null ? List.of()
                : conversations.read(ticket.id()).messages().stream().filter(m -> earlier.contains(m.publicId())).map(Message::id).toList();
        readers.letIn(new LetIn(let.id(), service == null ? ticket.id() : null, service, until.plusDays(1).atStartOfDay(zone(request)).toInstant(), picked));
        Flash.of("portal.let_in.done").keep(request, response);
        return "redirect:/requests/" + ticket.number() + "#readers";
    }

    /** @param key of a letting-in, or "team:" and the team that came in with a code */
    @PostMapping("/requests/{number}/take-back")
    String takeBack(@PathVariable String number, @RequestParam(defaultValue = "") String key, HttpServletRequest request, HttpServletResponse response) {
        Ticket ticket = mine(number);
        if (key.matches("team:\\d{1,15}")) {
            admissions.end(ticket.id(), Long.parseLong(key.substring(5)));
        } else {
            readers.takeBack(key);
        }
        Flash.of("portal.let_in.taken_back").keep(request, response);
        return "redirect:/requests/" + ticket.number() + "#readers";
    }

    private Ticket mine(String number) {
        Ticket ticket = tickets.find(number);
        if (!ticket.right().equals("served")) {
            throw new NotFound();
        }
        return ticket;
    }

    private Person person(String key) {
        return readers.colleague(key).orElseThrow(NotFound::new);
    }

    private static ZoneId zone(HttpServletRequest request) {
        return ZoneId.of(Viewers.required(request).timeZone());
    }
}
