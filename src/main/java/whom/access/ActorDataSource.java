package whom.access;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import whom.database.DatabaseRole;

/** Persons and strangers work as {@code whom_app}, each machine as its own role. */
final class ActorDataSource extends AbstractRoutingDataSource {

    ActorDataSource(Map<DatabaseRole, DataSource> pools) {
        setTargetDataSources(Map.copyOf(pools));
        setDefaultTargetDataSource(pools.get(DatabaseRole.APP));
        afterPropertiesSet();
    }

    @Override
    protected DatabaseRole determineCurrentLookupKey() {
        return switch (Actor.current()) {
            case Actor.Account account -> DatabaseRole.APP;
            case Actor.Nobody nobody -> DatabaseRole.APP;
            case Actor.Machine machine -> switch (machine) {
                case MAIL -> DatabaseRole.MAIL;
                case JOBS -> DatabaseRole.JOBS;
                case MEASURE -> DatabaseRole.MEASURE;
            };
        };
    }
}
