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

    /** What emptied them belongs to the modules whose rows they held. */
    @Bean
    Chore monthsGoneBy() {
        return new Chore("jobs.drop_empty_months", Duration.ofDays(1), Sql.of("select jobs.drop_empty_months()"));
    }

    @Bean
    Chore whatNobodySignsInWithAnyMore() {
        return new Chore("access.forget", Duration.ofHours(6), Sql.of("select access.forget()"));
    }
}
