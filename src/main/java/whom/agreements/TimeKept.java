package whom.agreements;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import whom.vocabulary.Words;

/** Targets of time, by month. */
@Component
class TimeKept implements AgreementPanel {

    /** Months that stand open; the others are folded. */
    private static final int SHOWN = 3;

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
        List<LocalDate> newest = attained.stream().map(Attained::month).distinct().sorted(java.util.Comparator.reverseOrder()).limit(SHOWN).toList();
        var parts = attained.stream().collect(Collectors.partitioningBy(figure -> newest.contains(figure.month())));
        Map<String, Object> model = Map.of("words", words, "agreement", agreement, "months", AgreementPages.months(parts.get(true)), "earlier", AgreementPages.months(parts.get(false)));
        return Optional.of(output -> templates.render("agreements/_time.jte", model, output));
    }
}
