package whom.tickets.opened;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.view.RedirectView;
import whom.conversations.Uploads;
import whom.tickets.listing.Redirect;

/** Answering, or noting something for the desk; and what becomes of the ticket with it. */
@Controller
class AnswerController {

    private final Answers answers;

    AnswerController(Answers answers) {
        this.answers = answers;
    }

    @PostMapping("/tickets/{number}/messages")
    RedirectView say(@PathVariable String number, @RequestParam(defaultValue = "main") String kind, @RequestParam(defaultValue = "") String text,
                     @RequestParam(name = "do", defaultValue = "send") String then, @RequestParam(defaultValue = "") String seen,
                     @RequestParam(required = false) @Nullable List<MultipartFile> files, @RequestParam(required = false) @Nullable String back) {
        answers.say(number, kind.equals("note"), text, Uploads.of(files), seen, Answers.Then.of(then));
        return Redirect.back(back, "/tickets/" + number);
    }
}
