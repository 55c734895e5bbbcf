package whom.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Administering;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;

/** Where people, units and teams are in the frame. */
@Configuration(proxyBeanMethods = false)
class PeopleEntries {

    @Bean
    NavigationEntry peopleEntry() {
        return NavigationEntry.of(Place.PLACES, 10, "people.title", "/people", "users", "g p");
    }

    @Bean
    NavigationEntry unitsEntry() {
        return NavigationEntry.of(Place.PLACES, 20, "people.units.title", "/units", "landmark", null);
    }

    @Bean
    NavigationEntry teamsEntry() {
        return NavigationEntry.of(Place.PLACES, 30, "people.teams.title", "/teams", "handshake", null);
    }

    @Bean
    NavigationEntry accountsEntry() {
        return NavigationEntry.only(Place.SETTINGS, 30, "people.accounts.title", "/accounts", "shield", Administering::may);
    }
}
