package whom.vocabulary;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VocabularyBeans {

    @Bean
    Vocabularies vocabularies(ObjectProvider<Clock> clock) {
        return new Vocabularies(clock.getIfAvailable(Clock::systemUTC), ZoneId.systemDefault());
    }
}
