package whom.database;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the schema to this version, as its owner. Functions, views and policies ({@code R__…}) contain {@code ${schema_hash}},
 * which changes with any file, so that all of them are run again together and in order.
 */
final class Migrations {

    private static final String SCHEMA = "database";
    private static final int ATTEMPTS = 5;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Migrations() {}

    static void run(Connection connection, Login owner) throws SQLException {
        String files = hash();
        if (isAt(files, connection)) {
            return;
        }
        Flyway flyway = flyway(owner, files);
        if (isNewer(flyway)) {
            return;
        }
        migrate(flyway);
        Roles.run(connection, "comment on schema " + SCHEMA + " is '" + files + "'");
    }

    private static void migrate(Flyway flyway) {
        for (int attempt = 1; ; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains(LOCK_NOT_AVAILABLE)) {
                    throw new CannotStart("The database could not be brought to this version of Whom: " + e.getMessage(), e);
                }
            }
        }
    }

    /** A newer node has been here: this one works on what it finds, and does not put its older functions back. */
    private static boolean isNewer(Flyway flyway) {
        return Arrays.stream(flyway.info().applied()).anyMatch(m -> m.getState() == MigrationState.FUTURE_SUCCESS);
    }

    /** Spares most starts the long way. The mark is the schema's comment, so it goes wherever the schema goes. */
    private static boolean isAt(String files, Connection connection) throws SQLException {
        return Roles.exists(connection, "select from pg_namespace where nspname = '" + SCHEMA + "' and obj_description(oid, 'pg_namespace') = ?", files);
    }

    /** Only the tables, and only up to this version: neither functions nor policies, which know later ones. */
    static void tablesOf(String last, Login owner) {
        migrate(configured(owner, hash()).target(last).repeatableSqlMigrationPrefix("none").validateMigrationNaming(false).load());
    }

    private static Flyway flyway(Login owner, String files) {
        return configured(owner, files).load();
    }

    private static FluentConfiguration configured(Login owner, String files) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .initSql("set lock_timeout = '5s'")
                .locations("classpath:db")
                .defaultSchema(SCHEMA)
                .placeholders(Map.of("schema_hash", files))
                .validateMigrationNaming(true)
                .ignoreMigrationPatterns("*:future", "repeatable:missing") // functions may move to another file
                .outOfOrder(true) // branches land in another order than they were begun
                .cleanDisabled(true)
                .lockRetryCount(300);
    }

    /** One value for all files together. */
    static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:db/*.sql");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            for (Resource file : files) {
                digest.update(String.valueOf(file.getFilename()).getBytes());
                try (InputStream in = file.getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
