package whom.agreements;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whom.tickets.Panel;
import whom.tickets.Ticket;
import whom.tickets.TicketPanel;
import whom.vocabulary.Words;

/** What is promised for a ticket, beside it, for who works on it: a fold that costs no statement; the rest comes when it is opened. */
@Component
class TicketPromises implements TicketPanel {

    private final TemplateEngine templates;

    TicketPromises(TemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public Optional<Panel> beside(Ticket ticket, Words words) {
        if (!ticket.isWorkedOnBy()) {
            return Optional.empty();
        }
        Map<String, Object> model = Map.of("number", ticket.number(), "words", words);
        return Optional.of(new Panel(words.say("agreements.clocks"), output -> templates.render("agreements/_clocks_fold.jte", model, output)));
    }

    @Override
    public int order() {
        return 20;
    }
}
