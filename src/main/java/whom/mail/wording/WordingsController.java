package whom.mail.wording;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.kernel.NotFound;
import whom.access.Administering;
import whom.vocabulary.Words;
import whom.web.Flash;

/** What mails say, changed by administrators. */
@Controller
@RequestMapping("/mail/texts")
class WordingsController {

    private final OwnWordings own;
    private final WordingPages pages;

    WordingsController(OwnWordings own, WordingPages pages) {
        this.own = own;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView all(HttpServletRequest request) {
        Administering.by(request);
        return new ModelAndView("mail/texts", "page", pages.all());
    }

    /** Also where a preview was, for a form that was sent from there and comes back refused. */
    @GetMapping({"/{key}", "/{key}/preview"})
    ModelAndView one(@PathVariable String key, @RequestParam(required = false) @Nullable Integer from, @RequestParam(defaultValue = "") String vocabulary, HttpServletRequest request, Words words) {
        Administering.by(request);
        return new ModelAndView("mail/text", "page", pages.page(required(key), Map.of("vocabulary", vocabulary), Optional.ofNullable(from), words));
    }

    /** Without scripts the whole page comes back with what was typed; with them only how it reads. */
    @PostMapping("/{key}/preview")
    ModelAndView preview(@PathVariable String key, @RequestParam Map<String, String> typed, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, HttpServletRequest request, Words words) {
        Administering.by(request);
        WordingPage page = pages.page(required(key), typed, Optional.empty(), words);
        return part ? new ModelAndView("mail/_reads", "reads", page.reads()) : new ModelAndView("mail/text", "page", page);
    }

    @PostMapping("/{key}")
    String change(@PathVariable String key, @RequestParam int edition, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response, Words words) {
        Administering.by(request);
        own.change(required(key), edition, typed, words);
        return done(key, edition, "mail.texts.kept", request, response);
    }

    @PostMapping("/{key}/delivered")
    String deliver(@PathVariable String key, @RequestParam int edition, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        own.deliver(required(key), edition);
        return done(key, edition, "mail.texts.delivered.done", request, response);
    }

    @PostMapping("/{key}/undo/{version}")
    String undo(@PathVariable String key, @PathVariable String version, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        own.undo(required(key), version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0);
        Flash.of("mail.texts.undone").keep(request, response);
        return "redirect:/mail/texts/" + key;
    }

    private String done(String key, int edition, String said, HttpServletRequest request, HttpServletResponse response) {
        boolean changed = own.history(required(key)).stream().anyMatch(past -> past.edition() > edition);
        Flash flash = Flash.of(changed ? said : "mail.texts.same");
        (changed ? flash.undoneBy("/mail/texts/" + key + "/undo/" + (edition + 1)) : flash).keep(request, response);
        return "redirect:/mail/texts/" + key;
    }

    private static WordingKey required(String key) {
        return WordingKey.of(key).orElseThrow(NotFound::new);
    }
}
