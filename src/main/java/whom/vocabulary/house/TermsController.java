package whom.vocabulary.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.kernel.NotFound;
import whom.vocabulary.Audience;
import whom.vocabulary.Fact;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Vocabulary;
import whom.vocabulary.grammar.Gendering;

/** The words of one vocabulary: looked at, changed, tried out. */
@Controller
@RequestMapping("/vocabularies/{key}")
class TermsController {

    private final OwnVocabularies own;
    private final HouseStore store;
    private final Houses houses;
    private final Vocabularies vocabularies;

    TermsController(OwnVocabularies own, HouseStore store, Houses houses, Vocabularies vocabularies) {
        this.own = own;
        this.store = store;
        this.houses = houses;
        this.vocabularies = vocabularies;
    }

    /** Also where a preview was, for a form that was sent from there and comes back refused. */
    @GetMapping({"", "/preview"})
    ModelAndView page(HttpServletRequest request, @PathVariable String key, @RequestParam(defaultValue = "outside") String audience, @RequestParam(defaultValue = "") String language) {
        Administrator administrator = Administrator.of(request);
        Vocabulary vocabulary = vocabularies.named(key).orElseThrow(NotFound::new);
        Language chosen = language.isEmpty() ? Language.of(administrator.locale()) : Language.tagged(language).orElseThrow(NotFound::new);
        TermsPages pages = new TermsPages(vocabularies, Audience.ofKey(audience).orElseThrow(NotFound::new), chosen, administrator.locale());
        return new ModelAndView("vocabulary/terms", "page", pages.page(vocabulary, edition(key), Map.of(), pages.naming(vocabulary)));
    }

    /** Without scripts the whole page comes back with what was typed; with them only the preview. */
    @PostMapping("/preview")
    ModelAndView preview(HttpServletRequest request, @PathVariable String key, @RequestParam String audience, @RequestParam String language,
            @RequestParam Map<String, String> typed, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        Administrator administrator = Administrator.of(request);
        Vocabulary vocabulary = vocabularies.named(key).orElseThrow(NotFound::new);
        TermsPages pages = new TermsPages(vocabularies, Audience.ofKey(audience).orElseThrow(NotFound::new), Language.tagged(language).orElseThrow(NotFound::new), administrator.locale());
        Gendering naming = Gendering.ofKey(typed.getOrDefault("naming", "")).orElse(pages.naming(vocabulary));
        return part ? new ModelAndView("vocabulary/_preview", "preview", pages.preview(vocabulary, terms(typed), naming))
                : new ModelAndView("vocabulary/terms", "page", pages.page(vocabulary, edition(key), terms(typed), naming));
    }

    @PostMapping("/terms")
    String change(@PathVariable String key, @RequestParam String audience, @RequestParam String language, @RequestParam int edition, @RequestParam Map<String, String> typed) {
        Audience towards = Audience.ofKey(audience).orElseThrow(NotFound::new);
        Language in = Language.tagged(language).orElseThrow(NotFound::new);
        Vocabulary vocabulary = vocabularies.named(key).orElseThrow(NotFound::new);
        Gendering naming = Gendering.ofKey(typed.getOrDefault("naming", "")).orElse(Objects.requireNonNull(vocabulary.gendering().get(towards)));
        own.write(key, edition, towards, in, terms(typed), naming);
        houses.refresh();
        return "redirect:/vocabularies/" + key + "?audience=" + towards.key() + "&language=" + in.tag();
    }

    private static Map<Fact, String> terms(Map<String, String> typed) {
        Map<Fact, String> terms = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            String written = typed.get(fact.key());
            if (written != null) {
                terms.put(fact, written.strip());
            }
        }
        return terms;
    }

    private int edition(String key) {
        return store.own(key).map(OwnVocabulary::edition).orElse(0);
    }
}
