package whom.tickets.listing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Viewer;
import whom.web.NavigationEntry;
import whom.web.Shortcut;

/** The desk's places in the frame, for agents alone. */
@Configuration(proxyBeanMethods = false)
class NavigationEntries {

    private record ForAgents(Place place, int order, String label, String path, String icon, @Nullable String keys) implements NavigationEntry {
        @Override
        public boolean shownTo(@Nullable Viewer viewer) {
            return viewer != null && viewer.agent();
        }
    }

    @Bean
    NavigationEntry queueEntry() {
        return new ForAgents(NavigationEntry.Place.WORK, 10, "tickets.queue.title", "/tickets", "inbox", "g q");
    }

    @Bean
    NavigationEntry newTicketEntry() {
        return new ForAgents(NavigationEntry.Place.NEW, 10, "tickets.new.title", "/tickets/new", "sticky-note", "c");
    }

    @Bean
    NavigationEntry searchEntry() {
        return NavigationEntry.of(NavigationEntry.Place.SEARCH, 10, "tickets.search.placeholder", "/search", "search", null);
    }

    @Bean
    Shortcut.Group ticketShortcuts() {
        return new Shortcut.Group(10, "tickets.keys.title", java.util.List.of(
                new Shortcut("]", "tickets.keys.next"), new Shortcut("[", "tickets.keys.previous"), new Shortcut("u", "tickets.keys.back"),
                new Shortcut("f", "tickets.keys.filter"), new Shortcut("r", "tickets.keys.reply"), new Shortcut("n", "tickets.keys.note"), new Shortcut("Mod+Enter", "tickets.keys.send"),
                new Shortcut("Mod+Shift+Enter", "tickets.keys.send_and_solve"), new Shortcut("e", "tickets.keys.solve"), new Shortcut("h", "tickets.keys.wait"),
                new Shortcut("a", "tickets.keys.assign"), new Shortcut("i", "tickets.keys.assign_to_me"), new Shortcut("p", "tickets.keys.priority"), new Shortcut("s", "tickets.keys.team"),
                new Shortcut("Shift+m", "tickets.keys.link"), new Shortcut(".", "tickets.keys.copy")));
    }
}
