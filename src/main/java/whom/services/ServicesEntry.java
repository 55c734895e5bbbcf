package whom.services;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;

/** Where services are in the frame. */
@Configuration(proxyBeanMethods = false)
class ServicesEntry {

    @Bean
    NavigationEntry servicesNavigation() {
        return NavigationEntry.of(Place.PLACES, 40, "services.title", "/services", "life-buoy", "g v");
    }
}
