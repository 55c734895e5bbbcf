package whom.mail.outgoing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import whom.access.Administering;
import whom.vocabulary.Words;
import whom.web.Flash;

/** Setting mail up, and trying it. */
@Controller
class SettingsController {

    private final MailSettings settings;

    SettingsController(MailSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/mail/settings")
    ModelAndView page(@RequestParam(defaultValue = "false") boolean first, HttpServletRequest request) {
        Administering.by(request);
        String here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return new ModelAndView("mail/settings", "page", new SettingsPage(settings.shown(), here, first));
    }

    @PostMapping("/mail/settings")
    String change(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        settings.change(typed);
        Flash.of("mail.settings.kept").keep(request, response);
        return "redirect:/mail/settings";
    }

    @PostMapping("/mail/trial")
    String tryOut(HttpServletRequest request, HttpServletResponse response, Words words) {
        Administering.by(request);
        settings.tryOut(words.say("mail.trial.subject"), words.say("mail.trial.text"), words.language().tag());
        Flash.of("mail.trial.sent").keep(request, response);
        return "redirect:/mail/settings";
    }
}
