package whom.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.World;

/** A policy of a table that holds what people say, or says who they are; it can be taken away for a moment. */
record Policy(String table, String name, boolean permissive, String command, String roles, @Nullable String using, @Nullable String check) {

    static List<Policy> all(World world) {
        return world.database().asOwner().sql("""
                select format('%I.%I', schemaname, tablename) as place, policyname, permissive, cmd, array_to_string(roles, ', ') as roles, qual, with_check
                from pg_policies where schemaname in ('conversations', 'tickets', 'log', 'people', 'portal', 'mail') order by 1, 2""")
                .query((row, n) -> new Policy(row.getString(1), row.getString(2), row.getString(3).equals("PERMISSIVE"), row.getString(4), row.getString(5), row.getString(6), row.getString(7)))
                .list();
    }

    void without(World world, Runnable check) {
        world.makes("drop policy " + name + " on " + table);
        try {
            check.run();
        } finally {
            world.makes(sql());
        }
    }

    private String sql() {
        return "create policy %s on %s as %s for %s to %s%s%s".formatted(name, table, permissive ? "permissive" : "restrictive", command, roles,
                using == null ? "" : " using (" + using + ")", check == null ? "" : " with check (" + check + ")");
    }

    @Override
    public String toString() {
        return name + " on " + table;
    }
}
