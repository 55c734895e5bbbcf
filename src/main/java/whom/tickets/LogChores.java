package whom.tickets;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.jobs.Chore;
import whom.kernel.Sql;

/** The log has an end. Which events are needed still depends on the tickets they are about, so it is decided here. */
@Configuration(proxyBeanMethods = false)
class LogChores {

    /** Three years unless {@code WHOM_LOG_MONTHS} says otherwise ({@code docs/keeping.md}). */
    @Bean
    Chore eventsGoneBy(@Value("${WHOM_LOG_MONTHS:36}") int months) {
        return new Chore("tickets.forget_events", Duration.ofDays(1), Sql.of("select tickets.forget_events(?)", months));
    }
}
