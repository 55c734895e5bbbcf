package whom.mail.incoming;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Administering;
import whom.vocabulary.Words;
import whom.web.Flash;

/** Mailboxes and what their mail is about. */
@Controller
class MailboxesController {

    private final Mailboxes mailboxes;

    MailboxesController(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @GetMapping("/mail/mailboxes")
    ModelAndView page(HttpServletRequest request, Words words) {
        Administering.by(request);
        return new ModelAndView("mail/mailboxes", "page", mailboxes.page(words.language().tag()));
    }

    @PostMapping("/mail/mailboxes")
    String set(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        mailboxes.set(typed);
        Flash.of("mail.boxes.kept").keep(request, response);
        return "redirect:/mail/mailboxes";
    }

    @PostMapping("/mail/mailboxes/removal")
    String remove(@RequestParam(defaultValue = "") String address, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        mailboxes.remove(address);
        Flash.of("mail.boxes.removed").keep(request, response);
        return "redirect:/mail/mailboxes";
    }
}
