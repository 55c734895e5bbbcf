package whom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.database.TestDatabase;
import whom.database.WithDatabase;

/** SQL as somebody, where no psql is installed. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlPromptTest {

    private final World world;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    SqlPromptTest(TestDatabase database) {
        this.world = World.in(database);
        world.raised(World.ANN, World.ANN, World.NETWORK, "Cable", "Torn");
    }

    @Test
    void a_person_sees_what_is_theirs_and_changes_nothing() throws Exception {
        assertThat(as(World.ANN, "select subject from tickets.ticket")).isEqualTo("subject\nCable\n");
        assertThat(as(World.BEN, "select subject from tickets.ticket")).isEqualTo("subject\n");
        assertThat(as(World.ANN, "update access.account set language = 'de' where id = 101")).contains("read-only");
        assertThat(world.knows("select language from access.account where id = 101")).isEqualTo("en");
    }

    @Test
    void the_owner_sees_all() throws Exception {
        assertThat(run(false, List.of(), Optional.of("select count(*) from tickets.ticket"), "")).isEqualTo("count\n1\n");
    }

    @Test
    void a_mistake_at_the_prompt_is_told_and_the_next_statement_runs() throws Exception {
        assertThat(run(true, PsqlCommand.becoming(World.ANN), Optional.empty(), "select nothing;\nselect subject\nfrom tickets.ticket;\n\\q\nselect 1;\n")).contains("nothing").endsWith("subject\nCable\n");
    }

    private String as(long person, String sql) throws Exception {
        return run(true, PsqlCommand.becoming(person), Optional.of(sql), "");
    }

    private String run(boolean served, List<String> first, Optional<String> only, String typed) throws Exception {
        out.reset();
        InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        new SqlPrompt(in, new PrintStream(out, true, StandardCharsets.UTF_8), false).run(world.database().door(served), first, only);
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
