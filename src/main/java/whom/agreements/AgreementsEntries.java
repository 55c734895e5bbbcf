package whom.agreements;

import gg.jte.TemplateEngine;
import org.jspecify.annotations.Nullable;
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
        return new NavigationEntry() {
            @Override
            public Place place() {
                return Place.PLACES;
            }

            @Override
            public String label() {
                return "agreements.title";
            }

            @Override
            public String path() {
                return "/agreements";
            }

            @Override
            public String icon() {
                return "handshake";
            }

            @Override
            public int order() {
                return 55;
            }

            @Override
            public boolean shownTo(@Nullable Viewer viewer) {
                return viewer != null && viewer.inside();
            }
        };
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
