package whom.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.OpenPaths;
import whom.access.Viewer;
import whom.web.NavigationEntry;

/** Where the portal's pages stand in the frame. */
@Configuration(proxyBeanMethods = false)
class PortalEntries {

    @Bean
    NavigationEntry helpEntry() {
        return new ForWhoeverIsSignedIn(10, "portal.menu.help", "/help", "life-buoy");
    }

    @Bean
    NavigationEntry requestsEntry() {
        return new ForWhoeverIsSignedIn(20, "portal.menu.requests", "/requests", "list");
    }

    /** Links in mails work without an account. */
    @Bean
    OpenPaths answersByLink() {
        return () -> List.of("/answer");
    }

    private record ForWhoeverIsSignedIn(int order, String label, String path, String icon) implements NavigationEntry {
        @Override
        public Place place() {
            return Place.PORTAL;
        }

        @Override
        public boolean shownTo(@Nullable Viewer viewer) {
            return viewer != null;
        }
    }
}
