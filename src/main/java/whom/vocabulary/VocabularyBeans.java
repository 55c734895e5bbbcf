package whom.vocabulary;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VocabularyBeans {

    /** Units are asked for when they are needed: the module that knows them may itself need words. */
    @Bean
    Vocabularies vocabularies(ObjectProvider<Clock> clock, ObjectProvider<Belonging> belonging) {
        return new Vocabularies(clock.getIfAvailable(Clock::systemUTC), ZoneId.systemDefault(), account -> {
            Belonging there = belonging.getIfAvailable();
            return there == null ? List.of() : there.units(account);
        });
    }
}
