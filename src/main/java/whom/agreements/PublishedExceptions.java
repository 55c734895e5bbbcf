package whom.agreements;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import whom.services.ServicePanel;
import whom.services.Services;
import whom.vocabulary.Words;

/** Exceptions to equal service, on the page of the service that makes them (E1). */
@Component
class PublishedExceptions implements ServicePanel {

    private final ClockStore store;
    private final TemplateEngine templates;
    private final TransactionTemplate transaction;

    PublishedExceptions(ClockStore store, TemplateEngine templates, PlatformTransactionManager transactions) {
        this.store = store;
        this.templates = templates;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<Content> on(Services.Service service, Words words) {
        List<Published> published = transaction.execute(_ -> store.published(service.id(), words.language().tag()));
        if (published == null || published.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> model = Map.of("exceptions", published, "words", words);
        return Optional.of(output -> templates.render("agreements/_published.jte", model, output));
    }
}
