package whom.api.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.Caller;
import whom.Caller.Answer;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** A POST whose answer was lost is sent again. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnceTest {

    private static final String TICKETS = "/api/v1/tickets";
    private static final String CABLE = "{\"subject\": \"Cable\", \"service\": \"network\"}";

    private final World world;
    private final Caller ann, ben, fay;

    OnceTest(TestDatabase database, RunningWhom whom) {
        world = World.in(database);
        ann = Caller.by(world, whom, World.ANN, "conversations:read", "tickets:write");
        ben = Caller.by(world, whom, World.BEN, "conversations:read", "tickets:write");
        fay = Caller.by(world, whom, World.FAY, "conversations:read", "tickets:write");
    }

    @Test
    void the_same_again_is_answered_the_same_and_done_once() {
        Answer first = ann.post(TICKETS, CABLE, "Idempotency-Key", "k1");
        String tickets = count();
        Answer again = ann.post(TICKETS, CABLE, "Idempotency-Key", "k1");
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(count()).isEqualTo(tickets);
    }

    @Test
    void what_answers_without_an_address_of_its_own_is_done_once_too() {
        String ticket = ann.post(TICKETS, CABLE).header("Location");
        for (String path : List.of("/messages", "/notes")) {
            Answer first = fay.post(ticket + path, "{\"text\": \"Said once\"}", "Idempotency-Key", "say" + path);
            Answer again = fay.post(ticket + path, "{\"text\": \"Said once\"}", "Idempotency-Key", "say" + path);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.text()).isEqualTo(first.text()).contains("Said once");
        }
        assertThat(world.knows("select count(*) from conversations.message where text = 'Said once'")).isEqualTo("2");
        Answer passed = fay.post(ticket + "/teams", "{\"team\": \"payroll\"}", "Idempotency-Key", "pass");
        Answer again = fay.post(ticket + "/teams", "{\"team\": \"payroll\"}", "Idempotency-Key", "pass");
        assertThat(again.status()).isEqualTo(passed.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(passed.text());
        assertThat(again.header("Content-Location")).isEqualTo(ticket);
    }

    @Test
    void something_else_under_the_same_key_is_refused() {
        ann.post(TICKETS, CABLE, "Idempotency-Key", "k2");
        String tickets = count();
        assertThat(ann.post(TICKETS, CABLE.replace("Cable", "Other"), "Idempotency-Key", "k2").status()).isEqualTo(422);
        assertThat(ann.post(TICKETS + "?x=1", CABLE, "Idempotency-Key", "k2").status()).isEqualTo(422);
        assertThat(count()).isEqualTo(tickets);
    }

    @Test
    void keys_are_each_accounts_own() {
        Answer anns = ann.post(TICKETS, CABLE, "Idempotency-Key", "k3");
        Answer bens = ben.post(TICKETS, CABLE, "Idempotency-Key", "k3");
        assertThat(bens.status()).isEqualTo(201);
        assertThat(bens.header("Location")).isNotEqualTo(anns.header("Location"));
    }

    @Test
    void what_failed_may_be_tried_again_under_its_key() {
        assertThat(ann.post(TICKETS, "{\"subject\": \"A\", \"service\": \"nowhere\"}", "Idempotency-Key", "k4").status()).isEqualTo(422);
        assertThat(ann.post(TICKETS, "{", "Idempotency-Key", "k4").status()).isEqualTo(400);
        assertThat(ann.post("/api/v1/tickets/222-2222/messages", "{\"text\": \"x\"}", "Idempotency-Key", "k4").status()).isEqualTo(404);
        assertThat(ann.post(TICKETS, CABLE, "Idempotency-Key", "k4").status()).isEqualTo(201);
    }

    @Test
    void after_a_day_a_key_is_forgotten() {
        ann.post(TICKETS, CABLE, "Idempotency-Key", "k5");
        world.makes("update access.idempotency set created_at = now() - interval '25 hours' where key = 'k5'");
        assertThat(ann.post(TICKETS, CABLE.replace("Cable", "Next day"), "Idempotency-Key", "k5").status()).isEqualTo(201);
    }

    @Test
    void two_at_once_are_one() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = java.util.stream.IntStream.range(0, 6).mapToObj(i -> threads.submit(() -> ann.post(TICKETS, "{\"subject\": \"At once\"}", "Idempotency-Key", "k6"))).toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        }
        assertThat(world.knows("select count(*) from tickets.ticket where subject = 'At once'")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void a_key_that_is_none_is_refused(String key) {
        assertThat(ann.post(TICKETS, CABLE, "Idempotency-Key", key).status()).isEqualTo(422);
    }

    @Test
    void nothing_that_was_said_is_kept_with_the_key() {
        ann.post(TICKETS, "{\"subject\": \"Zebrawords\"}", "Idempotency-Key", "k7");
        assertThat(world.knows("select string_agg(i::text, ' ') from access.idempotency i")).doesNotContain("Zebrawords");
    }

    private String count() {
        return world.knows("select count(*) from tickets.ticket");
    }
}
