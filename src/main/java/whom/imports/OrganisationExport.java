package whom.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import whom.kernel.WholeFile;

/**
 * Writes the organisation as the file that {@link OrganisationImport} reads: what is believed now, on all days; no words of anybody.
 * Rows are fetched as they are written, so that a large house needs little memory.
 */
public final class OrganisationExport {

    private static final int AT_ONCE = 1_000;

    private final Connection owner;
    private final ZoneId zone;

    /** @param owner a connection as the database's owner; what began within a day counts from that day in {@code zone} */
    public OrganisationExport(Connection owner, ZoneId zone) {
        this.owner = owner;
        this.zone = zone;
    }

    /** How many entries each list has, and how many tickets are left out since they are for no service. */
    public record Exported(Map<String, Long> entries, long withoutService) {}

    /** All of one instant; the file is there whole or not at all. */
    public Exported write(Path file) throws IOException, SQLException {
        boolean before = owner.getAutoCommit();
        owner.setAutoCommit(false);
        try {
            run("set transaction isolation level repeatable read; set local row_security = off; set local timezone = '" + zone.getId().replace("'", "") + "'");
            run(ExportedLists.PREPARATION);
            Map<String, Long> entries = new LinkedHashMap<>();
            WholeFile.write(file, out -> lists(out, entries));
            long left = withoutService();
            run("insert into log.event (verb, subject, subject_id) values ('house.exported', 'house', 0)");
            owner.commit();
            return new Exported(entries, left);
        } finally {
            owner.rollback();
            owner.setAutoCommit(before);
        }
    }

    private void lists(OutputStream out, Map<String, Long> entries) throws IOException {
        String between = "{\n";
        for (var list : ExportedLists.ALL.entrySet()) {
            write(out, between + "\"" + list.getKey() + "\": [");
            entries.put(list.getKey(), list(out, list.getValue()));
            write(out, "]");
            between = ",\n";
        }
        write(out, "\n}\n");
    }

    private long list(OutputStream out, String sql) throws IOException {
        try (var statement = owner.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            long count = 0;
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    write(out, (count++ == 0 ? "\n  " : ",\n  ") + rows.getString(1));
                }
            }
            return count;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private long withoutService() throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery("select count(*) from tickets.ticket where service_id is null")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
