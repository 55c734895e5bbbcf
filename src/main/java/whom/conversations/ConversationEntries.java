package whom.conversations;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.OpenPaths;
import whom.access.Viewer;
import whom.web.NavigationEntry;

/** Where these pages stand in the frame, and which of them are for strangers too. */
@Configuration(proxyBeanMethods = false)
class ConversationEntries {

    @Bean
    NavigationEntry admissionsEntry() {
        return NavigationEntry.of(NavigationEntry.Place.PLACES, 80, "conversations.admission.menu", "/admissions", "lock", null);
    }

    @Bean
    NavigationEntry sealsEntry() {
        return new ForThoseInside();
    }

    /** How many seals were broken is published. */
    @Bean
    OpenPaths sealsPublished() {
        return () -> java.util.List.of("/seals/published");
    }

    private record ForThoseInside() implements NavigationEntry {
        @Override
        public Place place() {
            return Place.STEERING;
        }

        @Override
        public String label() {
            return "conversations.seals.menu";
        }

        @Override
        public String path() {
            return "/seals";
        }

        @Override
        public String icon() {
            return "shield";
        }

        @Override
        public int order() {
            return 90;
        }

        @Override
        public boolean shownTo(@Nullable Viewer viewer) {
            return viewer != null && viewer.inside();
        }
    }
}
