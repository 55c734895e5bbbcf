package whom.conversations;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.jobs.Chore;
import whom.kernel.Sql;

/** What conversations need done again and again. */
@Configuration(proxyBeanMethods = false)
class ConversationChores {

    /** The record of reading has an end (P5): after fifteen months, so that a year can be looked back upon. */
    private static final String READINGS_KEPT = "15 months";

    /** Equal files become one. */
    @Bean
    Chore equalFiles() {
        return new Chore("conversations.keep_once", Duration.ofHours(1), Sql.of("select conversations.keep_once(1000)"));
    }

    /** Of a broken seal the one served is told when the law's delay is over (P4). */
    @Bean
    Chore brokenSeals() {
        return new Chore("conversations.tell_of_breaks", Duration.ofMinutes(5), Sql.of("select conversations.tell_of_breaks()"));
    }

    @Bean
    Chore oldReadings() {
        return new Chore("conversations.forget_readings", Duration.ofDays(1), Sql.of("select conversations.forget_readings(?::interval)", READINGS_KEPT));
    }
}
