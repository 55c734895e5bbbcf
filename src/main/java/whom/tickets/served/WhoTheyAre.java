package whom.tickets.served;

import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.tickets.FoldedPanel;
import whom.tickets.TicketPanel;

/** Who they are, beside the ticket. */
@Configuration(proxyBeanMethods = false)
class WhoTheyAre {

    @Bean
    TicketPanel whoTheyArePanel(TemplateEngine templates) {
        return new FoldedPanel(templates, 10, "tickets.who", "who");
    }
}
