package whom.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.Map;

/** One pool of connections for each role. Few stay open while nobody asks, since each costs the server some megabytes. */
final class Pools {

    private Pools() {}

    static Map<DatabaseRole, HikariDataSource> open(Login owner) {
        var pools = new EnumMap<DatabaseRole, HikariDataSource>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            pools.put(role, new HikariDataSource(settings(role, owner.of(role))));
        }
        return pools;
    }

    private static HikariConfig settings(DatabaseRole role, Login login) {
        var settings = new HikariConfig();
        settings.setPoolName(role.sqlName());
        settings.setJdbcUrl(login.url());
        settings.setUsername(login.user());
        settings.setPassword(login.password());
        settings.setMaximumPoolSize(role.connections());
        settings.setMinimumIdle(role == DatabaseRole.APP ? 2 : 0);
        settings.setConnectionTimeout(5_000);
        settings.setIdleTimeout(120_000);
        settings.setInitializationFailTimeout(-1);
        settings.addDataSourceProperty("ApplicationName", role.sqlName());
        // what runs outside of transactions, such as finding a session, ends in time too
        settings.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan -c lock_timeout=5s -c statement_timeout=" + (role == DatabaseRole.APP ? "2s" : "60s"));
        settings.addDataSourceProperty("tcpKeepAlive", "true");
        settings.addDataSourceProperty("prepareThreshold", "3");
        settings.addDataSourceProperty("reWriteBatchedInserts", "true");
        return settings;
    }
}
