package whom.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.OpenPaths;
import whom.access.Viewer;
import whom.web.NavigationEntry.Place;

/** What the frame itself offers to everybody. */
@Configuration(proxyBeanMethods = false)
class Frame {

    @Bean
    NavigationEntry appearanceEntry() {
        return NavigationEntry.of(Place.ACCOUNT, 80, "web.appearance.title", "/appearance", "settings", null);
    }

    @Bean
    NavigationEntry keysEntry() {
        return NavigationEntry.of(Place.ACCOUNT, 90, "web.keys.title", "/keys", "command", "?");
    }

    @Bean
    OpenPaths openPages() {
        return () -> List.of("/appearance", "/keys");
    }

    /** Whether somebody has work to do here, and so gets the frame for it; everybody else gets the portal's. */
    static boolean works(@Nullable Viewer viewer) {
        return viewer != null && (viewer.inside() || viewer.agent() || !viewer.roles().isEmpty());
    }
}
