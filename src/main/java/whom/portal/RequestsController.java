package whom.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.conversations.Conversation;
import whom.conversations.Conversations;
import whom.conversations.LetIn;
import whom.conversations.OnBehalf;
import whom.conversations.Person;
import whom.conversations.Readers;
import whom.conversations.Uploads;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.tickets.Ticket;
import whom.tickets.Tickets;
import whom.web.Flash;

/** One's own requests: following, answering, judging whether it is solved, and letting somebody in. */
@Controller
class RequestsController {

    private final PortalStore store;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Readers readers;
    private final OnBehalf onBehalf;

    RequestsController(PortalStore store, Tickets tickets, Conversations conversations, Readers readers, OnBehalf onBehalf) {
        this.store = store;
        this.tickets = tickets;
        this.conversations = conversations;
        this.readers = readers;
        this.onBehalf = onBehalf;
    }

    @GetMapping("/requests")
    ModelAndView mine(@RequestParam(required = false) @Nullable Long before, @RequestParam(required = false) @Nullable Long id) {
        List<MyRequest> found = store.mine(before == null ? null : Instant.ofEpochMilli(before), id);
        MyRequest last = found.size() > PortalStore.PAGE ? found.get(PortalStore.PAGE - 1) : null;
        return new ModelAndView("portal/requests").addObject("requests", found.stream().limit(PortalStore.PAGE).toList())
                .addObject("next", last == null ? null : "/requests?before=" + last.updated().toEpochMilli() + "&id=" + last.id());
    }

    @GetMapping("/requests/{number}")
    ModelAndView one(@PathVariable String number, HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        long conversation;
        try {
            conversation = conversations.numbered(number);
        } catch (NotFound notMine) {
            return new ModelAndView("portal/on-behalf").addObject("number", number).addObject("written", onBehalf.byMe(number));
        }
        Conversation said = conversations.open(conversation);
        Ticket ticket = tickets.find(number);
        return new ModelAndView("portal/request").addObject("page", new RequestPage(ticket, Progress.of(ticket.stage()), said,
                readers.whoCanRead(conversation, viewer.language()), said.serves() ? readers.whoHasRead(conversation, viewer.language()) : null));
    }

    @PostMapping("/requests/{number}/messages")
    String answer(@PathVariable String number, @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable List<MultipartFile> files,
                  HttpServletRequest request, HttpServletResponse response) {
        conversations.say(conversations.numbered(number), text, Uploads.of(files));
        Flash.of("portal.answered").keep(request, response);
        return back(number);
    }

    @PostMapping("/requests/{number}/judgement")
    String judge(@PathVariable String number, @RequestParam(defaultValue = "false") boolean solved, HttpServletRequest request, HttpServletResponse response) {
        tickets.judge(number, solved);
        Flash.of(solved ? "portal.judged.solved" : "portal.judged.open").keep(request, response);
        return back(number);
    }

    @GetMapping("/requests/{number}/let-in")
    ModelAndView letInForm(@PathVariable String number) {
        Conversation said = conversations.read(conversations.numbered(number));
        if (!said.serves()) {
            throw new NotFound();
        }
        return new ModelAndView("portal/let-in").addObject("conversation", said).addObject("number", number);
    }

    @PostMapping("/requests/{number}/let-in")
    String letIn(@PathVariable String number, @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String until,
                 @RequestParam(defaultValue = "") List<Long> earlier, HttpServletRequest request, HttpServletResponse response) {
        Viewer viewer = Viewers.required(request);
        List<Person> found = readers.colleagues(person);
        if (found.size() != 1) {
            throw new Refused("person", found.isEmpty() ? "portal.help.whom_unknown" : "portal.help.whom_several");
        }
        readers.letIn(new LetIn(found.getFirst().id(), conversations.numbered(number), null, end(until, viewer), earlier));
        Flash.of("portal.let_in.done", found.getFirst().name()).keep(request, response);
        return back(number);
    }

    @PostMapping("/requests/{number}/taken-back")
    String takeBack(@PathVariable String number, @RequestParam(defaultValue = "") String key, HttpServletRequest request, HttpServletResponse response) {
        conversations.numbered(number);
        readers.takeBack(key);
        Flash.of("portal.taken_back").keep(request, response);
        return back(number);
    }

    /** The end of that day where the person is. */
    private static Instant end(String until, Viewer viewer) {
        try {
            return LocalDate.parse(until.strip()).plusDays(1).atStartOfDay(ZoneId.of(viewer.timeZone())).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("until", "facts.refused.date");
        }
    }

    /** Only what reads as a number goes into an address. */
    private static String back(String number) {
        return "redirect:/requests/" + whom.kernel.PublicNumber.read(number).orElseThrow(NotFound::new);
    }
}
