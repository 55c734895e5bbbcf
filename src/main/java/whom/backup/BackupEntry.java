package whom.backup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.access.Administering;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;

/** Where backups are in the frame. */
@Configuration(proxyBeanMethods = false)
class BackupEntry {

    @Bean
    NavigationEntry backupNavigation() {
        return NavigationEntry.only(Place.SETTINGS, 70, "backup.title", "/backups", "download", Administering::may);
    }
}
