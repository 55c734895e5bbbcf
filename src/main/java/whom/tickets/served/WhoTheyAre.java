package whom.tickets.served;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whom.tickets.Panel;
import whom.tickets.Ticket;
import whom.tickets.TicketPanel;
import whom.vocabulary.Words;

/**
 * The panel for who works on a ticket. The page itself carries only the fold, which costs no statement; what is in it comes by
 * htmx when the fold is opened (on a wide screen at once), and without scripts by a link.
 */
@Component
class WhoTheyAre implements TicketPanel {

    private final TemplateEngine templates;

    WhoTheyAre(TemplateEngine templates) {
        this.templates = templates;
    }

    /** Reading under a broken seal is no work on the ticket, and tells nothing of standings (D8). */
    @Override
    public Optional<Panel> beside(Ticket ticket, Words words) {
        if (!ticket.isWorkedOnBy()) {
            return Optional.empty();
        }
        Map<String, Object> model = Map.of("number", ticket.number(), "words", words);
        return Optional.of(new Panel(words.say("tickets.who.title"), output -> templates.render("tickets/_who_fold.jte", model, output)));
    }

    @Override
    public int order() {
        return 10;
    }
}
