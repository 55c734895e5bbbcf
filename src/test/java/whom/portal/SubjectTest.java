package whom.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "My VPN drops every ten minutes. I restarted twice. | My VPN drops every ten minutes",
        "Hello! My VPN drops | Hello! My VPN drops",
        "printer | printer",
        "Kann nicht drucken: Papierstau? Seit heute. | Kann nicht drucken: Papierstau?",
        "Costs 3.5 million, why | Costs 3.5 million, why"})
    void a_title_is_the_first_sentence_unless_that_says_nothing(String text, String title) {
        assertThat(Subject.of(text)).isEqualTo(title);
    }

    @Test
    void the_first_line_with_words_counts() {
        assertThat(Subject.of("\n\n  Cannot log in \nsince this morning")).isEqualTo("Cannot log in");
    }

    @Test
    void a_long_sentence_ends_at_a_word() {
        assertThat(Subject.of("word ".repeat(60))).hasSizeLessThanOrEqualTo(101).endsWith("word…");
        assertThat(Subject.of("x".repeat(300))).hasSize(101);
        assertThat(Subject.of("😀".repeat(300))).doesNotContain("\uD83D…");
    }
}
