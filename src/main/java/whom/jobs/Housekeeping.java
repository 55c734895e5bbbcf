package whom.jobs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.kernel.Sql;

/** What the floors need done. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    /** So that no row of a new month has to go among the rest. */
    @Bean
    Chore monthsAhead() {
        return new Chore("jobs.make_months", Duration.ofDays(1), Sql.of("select jobs.make_months(3)"));
    }

    @Bean
    Chore whatNobodySignsInWithAnyMore() {
        return new Chore("access.forget", Duration.ofHours(6), Sql.of("select access.forget()"));
    }
}
