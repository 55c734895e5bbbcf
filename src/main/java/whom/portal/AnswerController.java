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
import whom.access.OpenPaths;
import whom.conversations.AnswerLinks;
import whom.conversations.Uploads;

/** The signed link of a mail: what it said, and room for an answer; no account, and nothing more (P8). */
@Controller
class AnswerController implements OpenPaths {

    private final AnswerLinks links;

    AnswerController(AnswerLinks links) {
        this.links = links;
    }

    @Override
    public List<String> paths() {
        return List.of("/answer");
    }

    @GetMapping("/answer/{secret}")
    ModelAndView open(@PathVariable String secret, @RequestParam(defaultValue = "false") boolean sent) {
        return new ModelAndView("portal/answer").addObject("secret", secret).addObject("said", links.open(secret)).addObject("sent", sent);
    }

    @PostMapping("/answer/{secret}")
    String answer(@PathVariable String secret, @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        links.answer(secret, text, Uploads.of(files));
        return "redirect:/answer/" + java.net.URLEncoder.encode(secret, java.nio.charset.StandardCharsets.UTF_8) + "?sent=true";
    }
}
