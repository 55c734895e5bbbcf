package whom.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a database of Whom consists of, asked of its catalogue. The notes of the migrations themselves are no part of a backup. */
record Tables(Connection connection) {

    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Everything that the owner made, but for the floor's own schema. */
    private static final String OURS = "n.nspowner = (select oid from pg_roles where rolname = current_user) and n.nspname <> 'database' and n.nspname !~ '^(pg_|public$|information_schema$)'";

    List<Manifest.Table> all() throws SQLException {
        return list("""
                select format('%%I.%%I', n.nspname, c.relname), array_agg(a.attname order by a.attname), array_agg(a.atttypid = 'xid8'::regtype order by a.attname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and %s
                group by n.nspname, c.relname order by n.nspname, c.relname
                """.formatted(OURS), row -> new Manifest.Table(row.getString(1), columns(row)));
    }

    private static List<Manifest.Column> columns(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray(2).getArray();
        Boolean[] transactions = (Boolean[]) row.getArray(3).getArray();
        List<Manifest.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            columns.add(new Manifest.Column(names[i], transactions[i]));
        }
        return columns;
    }

    /** Bounds are instants: ask in a session of UTC. */
    List<Manifest.Partition> partitions() throws SQLException {
        return list("""
                select format('%%I.%%I', n.nspname, c.relname), i.inhparent::regclass::text, pg_get_expr(c.relpartbound, c.oid)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid
                where c.relispartition and c.relkind = 'r' and %s order by 1
                """.formatted(OURS), row -> new Manifest.Partition(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** They move on while a backup is made; what stood in its rows is below in any case. */
    List<Totals.Counter> counters() throws SQLException {
        return list("select format('%%I.%%I', n.nspname, s.sequencename), s.last_value from pg_sequences s join pg_namespace n on n.nspname = s.schemaname where s.last_value is not null and %s order by 1"
                .formatted(OURS), row -> new Totals.Counter(row.getString(1), row.getLong(2)));
    }

    /** Statements that take the foreign keys away, and others that put them back. */
    List<String[]> foreignKeys() throws SQLException {
        return list("""
                select format('alter table %%s drop constraint %%I', c.conrelid::regclass, c.conname), format('alter table %%s add constraint %%I %%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
                from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
                where c.contype = 'f' and c.conparentid = 0 and %s order by 1
                """.formatted(OURS), row -> new String[] {row.getString(1), row.getString(2)});
    }

    /** Tables whose rows make other things happen. */
    List<String> withTriggers() throws SQLException {
        return list("select distinct t.tgrelid::regclass::text from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and not c.relispartition and "
                + OURS + " order by 1", row -> row.getString(1));
    }

    static String names(List<Manifest.Table> tables) {
        return tables.stream().map(Manifest.Table::name).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private <T> List<T> list(String sql, Mapping<T> mapping) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapping.of(rows));
            }
            return found;
        }
    }
}
