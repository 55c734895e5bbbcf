package whom.access;

import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import whom.database.Database;
import whom.database.DatabaseRole;

/** One data source, whose role follows from the actor, and the transactions that tell the database who that is. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class AccessBeans {

    @Bean
    DataSource dataSource(Database database) {
        Map<DatabaseRole, DataSource> pools = new EnumMap<>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            pools.put(role, database.dataSource(role));
        }
        return new ActorDataSource(pools);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ActorTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }
}
