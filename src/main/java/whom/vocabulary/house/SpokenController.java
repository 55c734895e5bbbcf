package whom.vocabulary.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.kernel.Refused;
import whom.vocabulary.Belonging;
import whom.vocabulary.House;
import whom.vocabulary.House.Scope;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Vocabulary;

/** What this house speaks, towards whom. */
@Controller
class SpokenController {

    private static final String INSIDE = "inside";

    private final Spoken spoken;
    private final Houses houses;
    private final Vocabularies vocabularies;
    private final ObjectProvider<Belonging> belonging;

    SpokenController(Spoken spoken, Houses houses, Vocabularies vocabularies, ObjectProvider<Belonging> belonging) {
        this.spoken = spoken;
        this.houses = houses;
        this.vocabularies = vocabularies;
        this.belonging = belonging;
    }

    /** {@code changed} and what follows it say what was changed just now, so that it can be taken back. */
    @GetMapping("/vocabulary")
    ModelAndView page(HttpServletRequest request, @RequestParam(defaultValue = "") String changed,
            @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "") String before) {
        Locale locale = Administrator.of(request).locale();
        SpokenPage.Undo undo = changed.isEmpty() ? null : new SpokenPage.Undo(changed, language, before);
        return new ModelAndView("vocabulary/spoken", "page", new SpokenPages(vocabularies, belonging.getIfAvailable(), locale).page(undo));
    }

    @PostMapping("/vocabulary")
    String choose(@RequestParam String audience, @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "") String vocabulary) {
        Scope scope = new Scope(null, language(language));
        String before = before(audience, scope);
        if (audience.equals(INSIDE)) {
            spoken.inside(vocabulary);
        } else {
            spoken.outside(scope, vocabulary.isEmpty() ? null : vocabulary);
        }
        houses.refresh();
        return "redirect:/vocabulary?changed=" + (audience.equals(INSIDE) ? INSIDE : "outside") + "&language=" + language + "&before=" + before;
    }

    /** A unit is named by its key. Without a vocabulary it hears what everybody hears. */
    @PostMapping("/vocabulary/units")
    String chooseForUnit(@RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "") String vocabulary) {
        Belonging units = belonging.getIfAvailable();
        long id = (units == null ? Optional.<Belonging.Unit>empty() : units.unit(unit.strip(), Locale.ENGLISH))
                .orElseThrow(() -> new Refused("unit", "vocabulary.unit.unknown")).id();
        spoken.outside(new Scope(id, language(language)), vocabulary.isEmpty() ? null : vocabulary);
        houses.refresh();
        return "redirect:/vocabulary";
    }

    private String before(String audience, Scope scope) {
        House house = vocabularies.house();
        if (audience.equals(INSIDE)) {
            return house.inside().key();
        }
        Vocabulary exception = house.exceptions().get(scope);
        return exception != null ? exception.key() : scope.language() == null ? house.outside().key() : "";
    }

    private static @Nullable Language language(String tag) {
        return tag.isEmpty() ? null : Language.tagged(tag).orElseThrow(() -> new Refused("language", "vocabulary.unknown"));
    }
}
