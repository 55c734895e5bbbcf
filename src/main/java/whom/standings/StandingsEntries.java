package whom.standings;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Role;
import whom.access.Viewer;
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
        return new WhoIsWho();
    }

    private record WhoIsWho() implements NavigationEntry {

        @Override
        public Place place() {
            return Place.SETTINGS;
        }

        @Override
        public String label() {
            return "standings.who";
        }

        @Override
        public String path() {
            return "/who";
        }

        @Override
        public String icon() {
            return "users";
        }

        @Override
        public boolean shownTo(@Nullable Viewer viewer) {
            return viewer != null && viewer.has(Role.KEEPER_OF_FACTS);
        }
    }
}
