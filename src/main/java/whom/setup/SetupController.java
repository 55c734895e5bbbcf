package whom.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.SessionCookie;
import whom.access.Sessions;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.vocabulary.Audience;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Vocabulary;
import whom.vocabulary.Words;
import whom.vocabulary.house.Houses;
import whom.web.Choice;

/** One question a page; then everything once more, and the house is made. */
@Controller
@RequestMapping("/set-up/{secret}")
class SetupController {

    private final Setup setup;
    private final Vocabularies vocabularies;
    private final Houses houses;
    private final Sessions sessions;

    SetupController(Setup setup, Vocabularies vocabularies, Houses houses, Sessions sessions) {
        this.setup = setup;
        this.vocabularies = vocabularies;
        this.houses = houses;
        this.sessions = sessions;
    }

    /** Goes on where it was left. */
    @GetMapping
    String resume(@PathVariable String secret) {
        return "redirect:" + path(secret) + next(setup.answered(secret));
    }

    @GetMapping("/{step}")
    ModelAndView question(@PathVariable String secret, @PathVariable String step, Locale locale) {
        Map<String, String> answered = setup.answered(secret);
        Step at = Step.ofKey(step).orElseThrow(NotFound::new);
        String back = at.ordinal() == 0 ? null : path(secret) + Step.values()[at.ordinal() - 1].key();
        return new ModelAndView("setup/question", "page", new SetupPage(path(secret), at, answered, at == Step.WORDS ? choices(locale) : List.of(), back));
    }

    @PostMapping("/{step}")
    String answer(@PathVariable String secret, @PathVariable String step, @RequestParam Map<String, String> typed) {
        setup.answer(secret, Step.ofKey(step).orElseThrow(NotFound::new), typed);
        return "redirect:" + path(secret) + next(setup.answered(secret));
    }

    @GetMapping("/check")
    ModelAndView check(@PathVariable String secret, Locale locale) {
        Map<String, String> answered = setup.answered(secret);
        String chosen = vocabularies.named(answered.getOrDefault("vocabulary", "")).map(vocabulary -> vocabulary.name(locale)).orElse("");
        return new ModelAndView("setup/check", "page", new SetupCheck(path(secret), answered, chosen));
    }

    @PostMapping("/check")
    String finish(@PathVariable String secret, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        if (!next(setup.answered(secret)).equals("check")) {
            throw new Refused("", "setup.refused.missing");
        }
        long account = setup.finish(secret, Language.of(locale).tag());
        houses.refresh();
        SessionCookie.start(sessions, account, request, response);
        return "redirect:/mail/settings?first=true"; // can be skipped there
    }

    private static String path(String secret) {
        return "/set-up/" + secret + "/";
    }

    private static String next(Map<String, String> answered) {
        return Stream.of(Step.values()).filter(step -> !step.answeredIn(answered)).findFirst().map(Step::key).orElse("check");
    }

    private List<Choice> choices(Locale locale) {
        return vocabularies.six().stream().map(vocabulary -> new Choice(vocabulary.key(), vocabulary.name(locale), preview(vocabulary, locale))).toList();
    }

    private String preview(Vocabulary vocabulary, Locale locale) {
        Words words = vocabularies.preview(vocabulary, Audience.OUTSIDE, locale);
        return words.say("vocabulary.preview.1") + " " + words.say("vocabulary.preview.3");
    }
}
