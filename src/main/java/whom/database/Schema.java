package whom.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Which migrations a database has had: for backups, which go into the schema that they came from. */
public final class Schema {

    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*");

    private Schema() {}

    /** The versions that this Whom brings, in order. */
    public static List<String> known() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:db/V*.sql"))
                    .map(file -> VERSION.matcher(String.valueOf(file.getFilename()))).filter(Matcher::matches).map(found -> found.group(1)).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The versions that this database has had, in order. */
    public static List<String> had(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
             var rows = statement.executeQuery("select version from database.flyway_schema_history where version is not null and type <> 'SCHEMA' and success order by version")) {
            List<String> versions = new ArrayList<>();
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
            return versions;
        }
    }

    /** Puts the tables of these first versions in the place of whatever an empty house has; functions and policies come when it is next opened. */
    public static void make(Postgres postgres, List<String> versions) throws SQLException {
        Login owner = postgres.owner();
        try (Connection connection = owner.connect()) {
            Roles.provide(connection, owner);
            for (String schema : ours(connection)) {
                Roles.run(connection, "drop schema " + schema + " cascade");
            }
            Migrations.tablesOf(versions.getLast(), owner);
        }
    }

    private static List<String> ours(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
             var rows = statement.executeQuery("select quote_ident(nspname) from pg_namespace where nspowner = (select oid from pg_roles where rolname = current_user) and nspname !~ '^(pg_|public$|information_schema$)'")) {
            Stream.Builder<String> found = Stream.builder();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.build().toList();
        }
    }

    /** As if all of them had changed: what they put beside the tables follows from the rows, which are other ones now. */
    public static void runFunctionsAgain(Connection owner) throws SQLException {
        Roles.run(owner, "delete from database.flyway_schema_history where version is null; comment on schema database is 'restored'");
    }
}
