package whom.tickets.sorting;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.jobs.Chore;
import whom.kernel.Sql;

/** What nobody sorts any more is the desk's. */
@Configuration(proxyBeanMethods = false)
class SortingChores {

    @Bean
    Chore unsorted() {
        return new Chore("tickets.give_to_desk", Duration.ofHours(1), Sql.of("select tickets.give_to_desk()"));
    }
}
