package whom.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Role;
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
        return NavigationEntry.only(Place.SETTINGS, 40, "vocabulary.title", "/vocabulary", "settings", viewer -> viewer.has(Role.ADMINISTRATOR));
    }
}
