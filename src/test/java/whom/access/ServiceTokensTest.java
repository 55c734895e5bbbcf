package whom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.Caller;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.kernel.WrongUse;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceTokensTest {

    private final RunningWhom whom;
    private final World world;

    ServiceTokensTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
    }

    @Test
    void a_service_account_gets_a_token_that_works_within_its_scopes() throws Exception {
        Secret secret = make(false, "robot", "facts:read");
        assertThat(new Caller(whom.address(), secret.shown()).get("/api/v1/teams").status()).isEqualTo(200);
        assertThat(new Caller(whom.address(), secret.shown()).post("/api/v1/tickets", "{\"subject\": \"x\"}").status()).isEqualTo(403);
        assertThat(world.knows("select count(*) > 0 from log.event where verb = 'account.token_made' and subject_id = 115")).isEqualTo("t");
    }

    @Test
    void nobody_gets_a_token_for_a_person_but_in_a_demonstration() throws Exception {
        assertThatThrownBy(() -> make(false, "ann", "facts:read")).isInstanceOf(WrongUse.class).hasMessageContaining("People make their own");
        assertThat(new Caller(whom.address(), make(true, "ann", "conversations:read").shown()).get("/api/v1/tickets").status()).isEqualTo(200);
        assertThatThrownBy(() -> make(true, "nobody", "facts:read")).isInstanceOf(WrongUse.class);
    }

    @Test
    void a_new_service_account_is_made_once() throws Exception {
        try (Connection owner = world.database().connectAsOwner()) {
            var tokens = new ServiceTokens(owner, false);
            tokens.add("gate");
            assertThat(tokens.make("gate", Set.of("mail:deliver"), Duration.ofDays(1)).shown()).startsWith("whom_");
            assertThatThrownBy(() -> tokens.add("gate")).isInstanceOf(WrongUse.class);
            assertThatThrownBy(() -> tokens.add("Not A Name")).isInstanceOf(WrongUse.class);
        }
    }

    private Secret make(boolean demonstration, String name, String scope) throws Exception {
        try (Connection owner = world.database().connectAsOwner()) {
            return new ServiceTokens(owner, demonstration).make(name, Set.of(scope), Duration.ofDays(1));
        }
    }
}
