package whom.mail.incoming;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Administering;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;

/** Where mail is in the frame. */
@Configuration(proxyBeanMethods = false)
class MailEntry {

    @Bean
    NavigationEntry mailNavigation() {
        return NavigationEntry.only(Place.SETTINGS, 50, "mail.title", "/mail", "mail", Administering::may);
    }
}
