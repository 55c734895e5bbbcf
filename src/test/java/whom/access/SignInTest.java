package whom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.kernel.Refused;

/** Guessing a password ends soon; knowing it does not. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

    private static final String RIGHT = "correct horse battery";

    private final SignIn signIn;

    SignInTest(TestDatabase database, SignIn signIn, Passwords passwords) {
        World world = World.in(database);
        this.signIn = signIn;
        world.makes("update access.account set password = '" + passwords.hash("password", RIGHT) + "' where id in (" + World.ANN + ", " + World.BEN + ")");
    }

    @Test
    void whoever_knows_it_signs_in_as_often_as_they_like() {
        for (int i = 0; i < 15; i++) {
            assertThat(signIn.byPassword("ann@example.org", RIGHT, "1.2.3.4")).isEqualTo(World.ANN);
        }
    }

    @Test
    void after_ten_guesses_the_right_one_is_refused_too() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> signIn.byPassword("ben@example.org", "wrong", "5.6.7.8")).hasMessageContaining("access.sign_in.wrong");
        }
        assertThat(catchThrowable(() -> signIn.byPassword("ben@example.org", RIGHT, "5.6.7.8"))).isInstanceOf(Refused.class).hasMessageContaining("access.sign_in.too_often");
    }

    @Test
    void knowing_one_does_not_help_to_guess_another() {
        for (int i = 0; i < 30; i++) {
            signIn.byPassword("ann@example.org", RIGHT, "9.9.9.9");
            String whose = "nobody" + i + "@example.org";
            assertThatThrownBy(() -> signIn.byPassword(whose, "wrong", "9.9.9.9")).hasMessageContaining("access.sign_in.wrong");
        }
        for (int i = 30; i < 60; i++) {
            String whose = "nobody" + i + "@example.org";
            assertThatThrownBy(() -> signIn.byPassword(whose, "wrong", "9.9.9.9")).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> signIn.byPassword("ann@example.org", RIGHT, "9.9.9.9")).hasMessageContaining("access.sign_in.too_often");
    }
}
