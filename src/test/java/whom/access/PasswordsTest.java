package whom.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_fits_its_own_hash_only() {
        String hash = passwords.hash("password", "correct horse battery");
        assertThat(passwords.fits("correct horse battery", hash)).isTrue();
        assertThat(passwords.fits("correct horse batterz", hash)).isFalse();
    }

    @Test
    void an_account_that_nobody_has_costs_as_much_to_check_as_any() {
        assertThat(price(Passwords.NOBODYS)).isEqualTo(price(passwords.hash("password", "correct horse battery")));
        assertThat(passwords.fits("nobody has this password", null)).isFalse();
    }

    /** Algorithm, memory, passes and lanes; then salt and hash, of the same lengths. */
    private static String price(String hash) {
        String[] parts = hash.split("\\$");
        return parts[1] + parts[2] + parts[3] + parts[4].length() + parts[5].length();
    }
}
