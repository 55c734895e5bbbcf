package whom.portal;

import jakarta.servlet.http.HttpServletRequest;
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
import whom.conversations.Conversations;
import whom.conversations.Readers;
import whom.conversations.Uploads;
import whom.tickets.Tickets;

/** Asking for help, for oneself or for somebody else, and what happens next. */
@Controller
class HelpController {

    private final Asking asking;
    private final PortalStore store;
    private final Tickets tickets;
    private final Readers readers;
    private final Conversations conversations;

    HelpController(Asking asking, PortalStore store, Tickets tickets, Readers readers, Conversations conversations) {
        this.asking = asking;
        this.store = store;
        this.tickets = tickets;
        this.readers = readers;
        this.conversations = conversations;
    }

    @GetMapping("/")
    ModelAndView start(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        return viewer.agent() ? new ModelAndView("redirect:/tickets") : form(request);
    }

    @GetMapping("/help")
    ModelAndView form(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        return new ModelAndView("portal/help").addObject("services", store.services(viewer.language()));
    }

    @PostMapping("/help")
    String ask(@RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String whom,
               @RequestParam(required = false) @Nullable List<MultipartFile> files, HttpServletRequest request) {
        String number = asking.ask(what, service, whom, Uploads.of(files), Viewers.required(request).language());
        return "redirect:/requests/" + number + "/received";
    }

    /** At a lasting address, so that the confirmation can be kept. */
    @GetMapping("/requests/{number}/received")
    ModelAndView received(@PathVariable String number, HttpServletRequest request) {
        long conversation;
        try {
            conversation = conversations.numbered(number);
        } catch (whom.kernel.NotFound raisedForAnother) {
            return new ModelAndView("redirect:/requests/" + java.net.URLEncoder.encode(number, java.nio.charset.StandardCharsets.UTF_8));
        }
        return new ModelAndView("portal/received").addObject("ticket", tickets.find(number)).addObject("address", store.myAddress())
                .addObject("readers", readers.whoCanRead(conversation, Viewers.required(request).language()));
    }
}
