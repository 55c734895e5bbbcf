package whom.mail.outgoing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import whom.web.Flash;

/** What did not arrive, once more. */
@Controller
class SendingAgainController {

    private final SentMails mails;

    SendingAgainController(SentMails mails) {
        this.mails = mails;
    }

    @PostMapping("/messages/{message}/mail/again")
    String again(@PathVariable UUID message, @RequestParam(defaultValue = "") String back, HttpServletRequest request, HttpServletResponse response) {
        int sent = mails.again(message);
        Flash.of(sent > 0 ? "mail.again.sent" : "mail.again.nobody").keep(request, response);
        return "redirect:" + (back.matches("/(tickets|requests|side)/[\\w-]{1,60}") ? back : "/") + "#m-" + message;
    }
}
