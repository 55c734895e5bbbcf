package whom.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import whom.conversations.Admissions;
import whom.conversations.Conversation;
import whom.conversations.Conversations;
import whom.conversations.Drafts;
import whom.conversations.MailWishes;
import whom.conversations.OnBehalf;
import whom.conversations.Readers;
import whom.conversations.Seals;
import whom.conversations.SideConversations;
import whom.conversations.Uploads;
import whom.kernel.NotFound;
import whom.tickets.Ticket;
import whom.tickets.Tickets;
import whom.web.Flash;

/** One's requests, one of them, and what one says to it. */
@Controller
class RequestController {

    private final Requests requests;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Readers readers;
    private final SideConversations sides;
    private final Seals seals;
    private final Drafts drafts;
    private final OnBehalf onBehalf;
    private final Admissions admissions;
    private final MailWishes wishes;

    RequestController(Requests requests, Tickets tickets, Conversations conversations, Readers readers, SideConversations sides, Seals seals, Drafts drafts, OnBehalf onBehalf, Admissions admissions, MailWishes wishes) {
        this.requests = requests;
        this.tickets = tickets;
        this.conversations = conversations;
        this.readers = readers;
        this.sides = sides;
        this.seals = seals;
        this.drafts = drafts;
        this.onBehalf = onBehalf;
        this.admissions = admissions;
        this.wishes = wishes;
    }

    @GetMapping("/requests")
    ModelAndView list(@RequestParam(required = false) @Nullable Instant before, @RequestParam(defaultValue = "0") long id) {
        List<RequestRow> mine = requests.mine(before, id);
        boolean more = mine.size() > Requests.PAGE;
        List<RequestRow> shown = more ? mine.subList(0, Requests.PAGE) : mine;
        return new ModelAndView("portal/requests").addObject("mine", shown).addObject("next", more ? "/requests?before=" + shown.getLast().updated() + "&id=" + shown.getLast().id() : null)
                .addObject("others", before == null ? requests.raisedForOthers() : List.of());
    }

    @GetMapping("/requests/{number}")
    ModelAndView one(@PathVariable String number, HttpServletRequest request) {
        try {
            return new ModelAndView("portal/request").addObject("page", page(number, AskController.language(request)));
        } catch (NotFound e) {
            return new ModelAndView("portal/raised").addObject("row", requests.raisedForOther(number)).addObject("written", onBehalf.byMe(number));
        }
    }

    /** At a lasting address, also for whoever sent it for somebody else. */
    @GetMapping("/requests/{number}/sent")
    ModelAndView sent(@PathVariable String number, HttpServletRequest request) {
        String language = AskController.language(request);
        try {
            Ticket ticket = tickets.find(number);
            return new ModelAndView("portal/sent").addObject("number", ticket.number()).addObject("row", null).addObject("team", requests.teamName(ticket.team(), language))
                    .addObject("opened", ticket.opened()).addObject("promise", ticket.hasPromise() ? ticket.due() : null)
                    .addObject("readers", readers.whoCanRead(ticket.id(), language)).addObject("served", ticket.right().equals("served"));
        } catch (NotFound e) {
            RequestRow row = requests.raisedForOther(number);
            return new ModelAndView("portal/sent").addObject("number", row.number()).addObject("row", row).addObject("team", "").addObject("opened", row.updated())
                    .addObject("promise", row.promise()).addObject("readers", List.of()).addObject("served", false);
        }
    }

    @PostMapping("/requests/{number}/messages")
    String say(@PathVariable String number, @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable List<MultipartFile> files,
               @RequestParam(defaultValue = "send") String then, HttpServletRequest request, HttpServletResponse response) {
        long conversation = conversations.numbered(number);
        var uploads = Uploads.of(files);
        boolean judged = !then.equals("send");
        if (!judged || !text.isBlank() || !uploads.isEmpty()) {
            conversations.say(conversation, text, uploads);
        }
        if (judged) {
            judge(number, then.equals("solved"));
        }
        Flash.of(then.equals("solved") ? "portal.request.solved" : then.equals("unsolved") ? "portal.request.reopened" : "portal.request.said").keep(request, response);
        return "redirect:/requests/" + number;
    }

    /** What was said may have moved it already. */
    private void judge(String number, boolean solved) {
        boolean open = tickets.find(number).stage().isOpen();
        if (open == solved) {
            tickets.judge(number, solved);
        }
    }

    @PostMapping("/requests/{number}/code")
    ModelAndView code(@PathVariable String number) {
        return new ModelAndView("portal/code").addObject("number", number).addObject("code", admissions.code(conversations.numbered(number)));
    }

    @PostMapping("/requests/{number}/objection")
    String object(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        readers.objectToRaiser(conversations.numbered(number));
        Flash.of("portal.request.objected").keep(request, response);
        return "redirect:/requests/" + number;
    }

    private RequestPage page(String number, String language) {
        Ticket ticket = tickets.find(number);
        Conversation conversation = conversations.open(ticket.id());
        boolean served = conversation.serves();
        return new RequestPage(ticket, State.of(ticket.stage()), conversation, readers.whoCanRead(ticket.id(), language), served ? readers.whoHasRead(ticket.id(), language) : null,
                sides.of(ticket.id()), served ? seals.of(ticket.number()) : List.of(), requests.teamName(ticket.team(), language), requests.serviceName(ticket.service(), language),
                drafts.of(conversation.mainThread()).orElse(""), served ? requests.raiser(ticket.id()) : null, wishes.of(ticket.id()));
    }
}
