package whom.mail.outgoing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import whom.conversations.Conversations;
import whom.web.Flash;

/** No more mails of this one, or again; said on its page. */
@Controller
class WishController {

    private final OwnWishes wishes;
    private final Conversations conversations;

    WishController(OwnWishes wishes, Conversations conversations) {
        this.wishes = wishes;
        this.conversations = conversations;
    }

    @PostMapping("/requests/{number}/mails")
    String request(@PathVariable String number, @RequestParam boolean want, HttpServletRequest request, HttpServletResponse response) {
        wishes.say(conversations.numbered(number), null, want);
        return done("/requests/" + number, want, request, response);
    }

    @PostMapping("/side/{side}/mails")
    String aside(@PathVariable UUID side, @RequestParam boolean want, HttpServletRequest request, HttpServletResponse response) {
        wishes.say(null, side, want);
        return done("/side/" + side, want, request, response);
    }

    private static String done(String back, boolean want, HttpServletRequest request, HttpServletResponse response) {
        Flash.of(want ? "mail.stop.again.done" : "mail.stop.done").keep(request, response);
        return "redirect:" + back;
    }
}
