package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whom.World;
import whom.database.TestDatabase;
import whom.database.WithDatabase;

/** Every line of {@code access/*.txt}, asked of the database; and that no policy could be missing without one of them failing. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivilegeTest {

    private final Scene scene;
    private final List<Policy> policies;

    PrivilegeTest(TestDatabase database) {
        this.scene = Scene.in(World.in(database));
        this.policies = Policy.all(scene.world());
    }

    static Stream<Claim> claims() {
        return Claim.all().stream();
    }

    Stream<Policy> policies() {
        return policies.stream();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void each_gets_what_is_theirs_and_nothing_else(Claim claim) {
        assertThat(claim.asked(scene)).isEqualTo(claim.answer());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void no_policy_could_be_missing_unnoticed(Policy policy) {
        policy.without(scene.world(), () -> assertThat(Claim.all().stream().allMatch(claim -> claim.holds(scene)))
                .as("no line of access/*.txt needs %s: add one that fails without it", policy).isFalse());
    }
}
