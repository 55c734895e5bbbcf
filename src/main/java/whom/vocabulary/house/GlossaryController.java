package whom.vocabulary.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.kernel.NotFound;
import whom.vocabulary.Audience;
import whom.vocabulary.Fact;
import whom.vocabulary.House;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;

/** For professionals: what is meant by what is said (V6). Canonical names are never shown outside. */
@Controller
class GlossaryController {

    private final Vocabularies vocabularies;

    GlossaryController(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @GetMapping("/glossary")
    ModelAndView page(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        if (!viewer.inside() && !viewer.agent() && viewer.roles().isEmpty()) {
            throw new NotFound();
        }
        House house = vocabularies.house();
        Locale locale = Locale.of(viewer.language());
        return new ModelAndView("vocabulary/glossary", "page", new GlossaryPage(Arrays.stream(Language.values()).map(Language::tag).toList(),
                house.inside().name(locale), house.outside().name(locale), rows(Fact::standing), rows(fact -> !fact.standing())));
    }

    private List<GlossaryPage.Row> rows(Predicate<Fact> which) {
        return Arrays.stream(Fact.values()).filter(which).map(this::row).toList();
    }

    private GlossaryPage.Row row(Fact fact) {
        House house = vocabularies.house();
        List<Language> languages = List.of(Language.values());
        return new GlossaryPage.Row(fact.key(),
                languages.stream().map(language -> house.inside().word(Audience.INSIDE, language, fact)).toList(),
                languages.stream().map(language -> house.outside(language, List.of()).word(Audience.OUTSIDE, language, fact)).toList(),
                languages.stream().filter(language -> house.outside(language, List.of()).shares(Audience.OUTSIDE, language, fact)).map(Language::tag).toList());
    }
}
