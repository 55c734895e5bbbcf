package whom.conversations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Administering;
import whom.access.OpenPaths;
import whom.access.Viewer;
import whom.web.NavigationEntry;

/** Where these pages stand in the frame, and which of them are for strangers too. */
@Configuration(proxyBeanMethods = false)
class ConversationEntries {

    @Bean
    NavigationEntry admissionsEntry() {
        return NavigationEntry.only(NavigationEntry.Place.PLACES, 80, "conversations.admission.menu", "/admissions", "lock", Viewer::agent);
    }

    @Bean
    NavigationEntry sealsEntry() {
        return NavigationEntry.only(NavigationEntry.Place.STEERING, 90, "conversations.seals.menu", "/seals", "shield", Viewer::inside);
    }

    /** How many seals were broken is published. */
    @Bean
    OpenPaths sealsPublished() {
        return () -> java.util.List.of("/seals/published");
    }

    @Bean
    NavigationEntry filesEntry() {
        return NavigationEntry.only(NavigationEntry.Place.SETTINGS, 60, "conversations.checking.title", "/files", "paperclip", Administering::may);
    }
}
