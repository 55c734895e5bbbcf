package whom.standings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Role;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;

/** One's own standings are in everybody's menu; those of others are for keepers of facts. */
@Configuration(proxyBeanMethods = false)
class StandingsEntries {

    @Bean
    NavigationEntry myStandingsEntry() {
        return NavigationEntry.of(Place.ACCOUNT, 20, "standings.mine", "/me/standings", "users", null);
    }

    @Bean
    NavigationEntry whoIsWhoEntry() {
        return NavigationEntry.only(Place.SETTINGS, 20, "standings.who", "/who", "users", viewer -> viewer.has(Role.KEEPER_OF_FACTS));
    }
}
