package whom.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Role;
import whom.access.Viewer;
import whom.web.NavigationEntry.Place;

/** The places of the vocabulary, which stands below the frame and cannot hang itself in. */
@Configuration(proxyBeanMethods = false)
class VocabularyEntries {

    @Bean
    NavigationEntry glossary() {
        return NavigationEntry.of(Place.PLACES, 90, "vocabulary.glossary.title", "/glossary", "book-open", null);
    }

    @Bean
    NavigationEntry words() {
        return new ForAdministrators();
    }

    private record ForAdministrators() implements NavigationEntry {

        @Override
        public Place place() {
            return Place.SETTINGS;
        }

        @Override
        public String label() {
            return "vocabulary.title";
        }

        @Override
        public String path() {
            return "/vocabulary";
        }

        @Override
        public String icon() {
            return "settings";
        }

        @Override
        public boolean shownTo(@Nullable Viewer viewer) {
            return viewer != null && viewer.has(Role.ADMINISTRATOR);
        }
    }
}
