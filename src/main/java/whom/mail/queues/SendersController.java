package whom.mail.queues;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Administering;
import whom.kernel.NotFound;
import whom.vocabulary.Words;
import whom.web.Flash;

/** From whom mails go, changed by administrators. */
@Controller
@RequestMapping("/mail/senders")
class SendersController {

    private final Senders senders;
    private final SenderPages pages;

    SendersController(Senders senders, SenderPages pages) {
        this.senders = senders;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "") String queue, HttpServletRequest request, Words words) {
        Administering.by(request);
        return queue.isEmpty() ? new ModelAndView("mail/senders", "page", pages.all(words)) : new ModelAndView("redirect:/mail/senders/" + required(queue).written());
    }

    /** Also where a preview was, for a form that was sent from there and comes back refused. */
    @GetMapping({"/{queue}", "/{queue}/preview"})
    ModelAndView one(@PathVariable String queue, HttpServletRequest request, Words words) {
        Administering.by(request);
        return new ModelAndView("mail/sender", "page", pages.one(required(queue), Map.of(), words));
    }

    /** Without scripts the whole page comes back with what was typed; with them only how it reads. */
    @PostMapping("/{queue}/preview")
    ModelAndView preview(@PathVariable String queue, @RequestParam Map<String, String> typed, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, HttpServletRequest request, Words words) {
        Administering.by(request);
        return new ModelAndView(part ? "mail/_sender" : "mail/sender", "page", pages.one(required(queue), typed, words));
    }

    @PostMapping("/{queue}")
    String set(@PathVariable String queue, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response, Words words) {
        Administering.by(request);
        senders.set(required(queue), typed, words);
        Flash.of("mail.senders.kept").keep(request, response);
        return "redirect:/mail/senders";
    }

    @PostMapping("/{queue}/removal")
    String remove(@PathVariable String queue, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        senders.remove(required(queue));
        Flash.of("mail.senders.removed").keep(request, response);
        return "redirect:/mail/senders";
    }

    private static QueueKey required(String queue) {
        return QueueKey.of(queue).orElseThrow(NotFound::new);
    }
}
