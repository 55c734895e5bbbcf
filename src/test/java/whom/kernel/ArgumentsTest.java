package whom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void options_take_the_next_word_or_what_follows_the_equals_sign() {
        var typed = Arguments.parse(List.of("ann", "--service", "payroll", "--at=2026-01-01", "--json"));
        assertThat(typed.words()).containsExactly("ann");
        assertThat(typed.required("service")).isEqualTo("payroll");
        assertThat(typed.required("at")).isEqualTo("2026-01-01");
        assertThat(typed.has("json")).isTrue();
    }

    @Test
    void an_option_without_its_value_is_wrong_use() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--out"))).isInstanceOf(WrongUse.class).hasMessageContaining("--out");
    }

    @Test
    void an_unknown_option_is_told_with_the_known_ones() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--colour", "red")).only("out"))
                .isInstanceOf(WrongUse.class).hasMessageContaining("--colour").hasMessageContaining("--out");
    }
}
