package whom.agreements;

import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Viewer;
import whom.tickets.FoldedPanel;
import whom.tickets.TicketPanel;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;

/** Where agreements and warnings are in the frame, and what is promised beside a ticket. */
@Configuration(proxyBeanMethods = false)
class AgreementsEntries {

    @Bean
    NavigationEntry agreementsNavigation() {
        return NavigationEntry.only(Place.PLACES, 55, "agreements.title", "/agreements", "handshake", Viewer::inside);
    }

    @Bean
    NavigationEntry warningsNavigation() {
        return NavigationEntry.of(Place.WORK, 60, "agreements.warnings", "/warnings", "bell", null);
    }

    @Bean
    TicketPanel promisesPanel(TemplateEngine templates) {
        return new FoldedPanel(templates, 20, "agreements.clocks", "clocks");
    }
}
