package whom.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** What an agent did by a form is taken back by the form that the page then shows, without a script. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoFormsTest {

    private final World world;
    private final Visit fay;
    private final String one, other;

    UndoFormsTest(TestDatabase database, RunningWhom whom) {
        this.world = World.in(database);
        this.fay = Visit.by(world, whom, World.FAY);
        this.one = world.number(world.raised(World.ANN, World.ANN, World.NETWORK, "Cable", "It is torn."));
        this.other = world.number(world.raised(World.ANN, World.ANN, World.NETWORK, "Plug", "It is loose."));
    }

    @AfterAll
    void leave() {
        fay.close();
    }

    @Test
    void waiting() {
        done("wait", "who", "waiting_user");
        assertThat(stage()).isEqualTo("waiting_user");
        undone("wait");
        assertThat(stage()).isEqualTo("open");
    }

    @Test
    void solving() {
        done("solution");
        assertThat(stage()).isEqualTo("solved");
        undone("solution");
        assertThat(stage()).isEqualTo("open");
    }

    @Test
    void linking() {
        done("links", "other", other);
        assertThat(fay.get("/tickets/" + one).body()).contains("/tickets/" + one + "/links/" + other);
        undone("links/" + other);
        assertThat(fay.get("/tickets/" + one).body()).doesNotContain("/tickets/" + one + "/links/" + other);
    }

    @Test
    void merging() {
        done("merge", "into", other);
        assertThat(stage()).isEqualTo("closed");
        undone("merge/" + other);
        assertThat(stage()).isNotEqualTo("closed");
    }

    private void done(String what, String... fields) {
        fay.get("/tickets/" + one);
        assertThat(fay.post("/tickets/" + one + "/" + what, fields).status()).isEqualTo(303);
    }

    /** By the very form that is on the page, with all that is in it. */
    private void undone(String what) {
        String action = "/tickets/" + one + "/" + what;
        Element form = Jsoup.parse(fay.get("/tickets/" + one).body()).select("form[method=post][action=" + action + "]").stream().filter(each -> !each.select("input[name=_method][value=DELETE]").isEmpty()).findFirst().orElseThrow();
        List<String> fields = new ArrayList<>();
        form.select("input[name]:not([name=_csrf])").forEach(input -> fields.addAll(List.of(input.attr("name"), input.val())));
        assertThat(fay.post(action, fields.toArray(String[]::new)).status()).isEqualTo(303);
    }

    private String stage() {
        return world.knows("select stage from tickets.ticket where number = '" + one + "'");
    }
}
