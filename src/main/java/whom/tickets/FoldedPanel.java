package whom.tickets;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import whom.vocabulary.Words;

/**
 * A panel for whoever works on a ticket that costs its page no statement: the page carries only the fold. What is in it comes by
 * htmx when the fold is opened (on a wide screen at once), and without scripts by a link. Reading under a broken seal is no work
 * on the ticket, and is shown none of it (D8).
 *
 * @param order smaller stands first
 * @param name of its words, {@code NAME.title}, {@code NAME.fold} and {@code NAME.page}
 * @param place of its page below the ticket's
 */
public record FoldedPanel(TemplateEngine templates, int order, String name, String place) implements TicketPanel {

    @Override
    public Optional<Panel> beside(Ticket ticket, Words words) {
        if (!ticket.isWorkedOnBy()) {
            return Optional.empty();
        }
        Map<String, Object> model = Map.of("words", words, "name", name, "path", "/tickets/" + ticket.number() + "/" + place);
        return Optional.of(new Panel(words.say(name + ".title"), output -> templates.render("tickets/_fold.jte", model, output)));
    }
}
