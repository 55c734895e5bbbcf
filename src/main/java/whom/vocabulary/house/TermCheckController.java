package whom.vocabulary.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.kernel.NotFound;
import whom.vocabulary.Audience;
import whom.vocabulary.Finding;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;

/** Reads along while people who work here write, and proposes this house's words (V5). Nothing is kept of what it reads. */
@Controller
class TermCheckController {

    private static final int SHOWN = 8;

    private final Vocabularies vocabularies;

    TermCheckController(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /** @param kind of what is written: notes stay inside */
    @PostMapping("/term-check")
    ModelAndView check(HttpServletRequest request, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String language) {
        Viewer viewer = Viewers.required(request);
        if (!viewer.inside() && !viewer.agent()) {
            throw new NotFound();
        }
        Language written = Language.tagged(language).orElse(Language.tagged(viewer.language()).orElse(Language.EN));
        // a browser counts a line's end as one character
        List<Finding> findings = vocabularies.check(written, kind.startsWith("note") ? Audience.INSIDE : Audience.OUTSIDE).check(text.replace("\r\n", "\n"));
        return new ModelAndView("vocabulary/_findings", "findings", findings.stream().limit(SHOWN).toList());
    }
}
