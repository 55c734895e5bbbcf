package whom.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Viewer;
import whom.web.NavigationEntry.Place;

/** The menu of one's own account. */
@Configuration(proxyBeanMethods = false)
class AccountEntries {

    @Bean
    NavigationEntry accountEntry() {
        return NavigationEntry.of(Place.ACCOUNT, 10, "access.account.title", "/account", "user", null);
    }

    @Bean
    NavigationEntry signOutEntry() {
        return new Entry("access.sign_out", "/sign-out", true);
    }

    @Bean
    NavigationEntry signInEntry() {
        return new Entry("access.sign_in.menu", "/sign-in", false);
    }

    /** Signing out is for those who are in, signing in for those who are not. */
    private record Entry(String label, String path, boolean posts) implements NavigationEntry {

        @Override
        public Place place() {
            return Place.ACCOUNT;
        }

        @Override
        public String icon() {
            return posts ? "lock" : "user";
        }

        @Override
        public boolean shownTo(@Nullable Viewer viewer) {
            return posts == (viewer != null);
        }
    }
}
