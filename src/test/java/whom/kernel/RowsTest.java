package whom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.World;
import whom.database.TestDatabase;
import whom.database.WithDatabase;

@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowsTest {

    private final World world;

    RowsTest(TestDatabase database) {
        this.world = World.in(database);
    }

    @Test
    void an_empty_list_is_a_set_of_whatever_it_is_compared_with() {
        assertThat(count("select count(*) from people.person where key = any (?)")).isZero();
        assertThat(count("select count(*) from people.person where id = any (?)")).isZero();
        assertThat(count("select cardinality(?::bigint[])")).isZero();
        assertThat(count("select cardinality(?::text[])")).isZero();
    }

    private long count(String sql) {
        return world.as(World.ANN, () -> world.rows().number(Sql.of(sql, List.of())));
    }
}
