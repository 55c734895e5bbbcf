package whom.facts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Role;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;

/** The facts are shown to those who keep them. */
@Configuration(proxyBeanMethods = false)
class FactsEntry {

    @Bean
    NavigationEntry factsNavigation() {
        return NavigationEntry.only(Place.SETTINGS, 10, "facts.title", "/facts", "book-open", viewer -> viewer.has(Role.KEEPER_OF_FACTS) || viewer.has(Role.ADMINISTRATOR));
    }
}
