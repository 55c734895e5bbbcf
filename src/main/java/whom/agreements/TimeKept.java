package whom.agreements;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whom.vocabulary.Words;

/** Targets of time, by month. */
@Component
class TimeKept implements AgreementPanel {

    private final Agreements agreements;
    private final TemplateEngine templates;

    TimeKept(Agreements agreements, TemplateEngine templates) {
        this.agreements = agreements;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Content> on(Agreement agreement, Words words) {
        List<Attained> attained = agreements.attainment(agreement, AgreementsController.MONTHS);
        Map<String, Object> model = Map.of("words", words, "agreement", agreement, "months", AgreementPages.months(attained));
        return Optional.of(output -> templates.render("agreements/_time.jte", model, output));
    }
}
