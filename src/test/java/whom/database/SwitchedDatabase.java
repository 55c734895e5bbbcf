package whom.database;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** One database to the application, which lives as long as the run; behind it each test class's own. */
public final class SwitchedDatabase {

    private final Map<DatabaseRole, DelegatingDataSource> pools = new EnumMap<>(DatabaseRole.class);
    private final Database database = new Database(pools, Purpose.REAL);
    private @Nullable TestDatabase behind;
    private int count;

    public SwitchedDatabase() {
        for (DatabaseRole role : DatabaseRole.values()) {
            pools.put(role, new DelegatingDataSource());
        }
        next();
    }

    public Database database() {
        return database;
    }

    /** A fresh one. The last is dropped only now, so that what runs in the background always has one. */
    public TestDatabase next() {
        TestDatabase fresh = TestDatabase.fresh();
        // the application holds some numbers of the last one still, which must not come again in this one
        count++;
        fresh.asOwner().sql("alter sequence conversations.conversation_id restart with " + count * 1_000_000L).update();
        pools.forEach((role, pool) -> pool.setTargetDataSource(fresh.dataSource(role)));
        if (behind != null) {
            behind.close();
        }
        behind = fresh;
        return fresh;
    }
}
