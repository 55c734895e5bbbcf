package whom.portal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;

@Configuration(proxyBeanMethods = false)
class PortalEntries {

    @Bean
    NavigationEntry askEntry() {
        return NavigationEntry.of(Place.PORTAL, 10, "portal.help.menu", "/help", "life-buoy", null);
    }

    @Bean
    NavigationEntry requestsEntry() {
        return NavigationEntry.of(Place.PORTAL, 20, "portal.requests.title", "/requests", "inbox", null);
    }
}
