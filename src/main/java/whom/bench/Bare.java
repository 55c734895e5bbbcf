package whom.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tables without their foreign keys, further indexes and triggers, as long as many rows come in. */
final class Bare {

    private static final String FOREIGN_KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname), format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where contype in ('f', 'x') and conparentid = 0 and conrelid = any (?::regclass[])""";
    private static final String INDEXES = """
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indrelid = any (?::regclass[]) and not c.relispartition and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
            order by i.indrelid, c.relname""";

    private final Connection owner;
    private final String[] tables;
    private final List<String> back = new ArrayList<>();

    private Bare(Connection owner, String[] tables) {
        this.owner = owner;
        this.tables = tables;
    }

    static Bare of(Connection owner, String... tables) throws SQLException {
        var bare = new Bare(owner, tables);
        bare.take(FOREIGN_KEYS);
        bare.take(INDEXES);
        bare.triggers("disable");
        return bare;
    }

    private void take(String which) throws SQLException {
        List<String> drops = new ArrayList<>();
        List<String> adds = new ArrayList<>();
        try (var statement = owner.prepareStatement(which)) {
            statement.setArray(1, owner.createArrayOf("text", tables));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                    adds.add(rows.getString(2).replace(" ON ONLY ", " ON "));
                }
            }
        }
        for (String drop : drops) {
            run(drop);
        }
        back.addAll(0, adds); // indexes stand before the keys that use them
    }

    void dress(Consumer<String> progress) throws SQLException {
        run("set maintenance_work_mem = '512MB'");
        for (int i = 0; i < back.size(); i++) {
            progress.accept("indexes and keys " + (i + 1) + " of " + back.size());
            run(back.get(i));
        }
        triggers("enable");
        for (String table : tables) {
            progress.accept("tidying " + table);
            run("vacuum (analyze, freeze) " + table);
        }
    }

    private void triggers(String what) throws SQLException {
        for (String table : tables) {
            run("alter table " + table + " " + what + " trigger user");
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
