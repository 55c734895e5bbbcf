package whom.calendars;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;

/** Where calendars are in the frame. */
@Configuration(proxyBeanMethods = false)
class CalendarsEntry {

    @Bean
    NavigationEntry calendarsNavigation() {
        return NavigationEntry.of(Place.PLACES, 60, "calendars.title", "/calendars", "calendar", null);
    }
}
