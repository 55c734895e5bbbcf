package whom.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import whom.conversations.AnswerLinks;
import whom.conversations.Uploads;

/** The link of a mail: what that mail said, and room for an answer; no account, and nothing more (P8). */
@Controller
class AnswerController {

    private final AnswerLinks links;

    AnswerController(AnswerLinks links) {
        this.links = links;
    }

    @GetMapping("/answer/{secret}")
    ModelAndView read(@PathVariable String secret, @RequestParam(defaultValue = "false") boolean sent) {
        return new ModelAndView("portal/answer").addObject("secret", secret).addObject("opened", links.open(secret)).addObject("sent", sent);
    }

    @PostMapping("/answer/{secret}")
    String answer(@PathVariable String secret, @RequestParam(name = "_once", defaultValue = "") String form, @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        links.answer(secret, form, text, Uploads.of(files));
        return "redirect:/answer/" + secret + "?sent=true";
    }
}
