package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispositionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a b.txt | attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt",
        "Übersicht.pdf | attachment; filename=\"Ubersicht.pdf\"; filename*=UTF-8''%C3%9Cbersicht.pdf",
        "請求書.pdf | attachment; filename=\"___.pdf\"; filename*=UTF-8''%E8%AB%8B%E6%B1%82%E6%9B%B8.pdf",
        "a;b=c'd(e).txt | attachment; filename=\"a_b=c'd(e).txt\"; filename*=UTF-8''a%3Bb%3Dc%27d%28e%29.txt",
        "50%20off.txt | attachment; filename=\"50_20off.txt\"; filename*=UTF-8''50%2520off.txt"})
    void any_name_travels_in_a_header(String name, String header) {
        assertThat(Disposition.of(false, name)).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource({"quote\\\"quote", "back\\\\slash", "'line\nfeed'", "😀.png"})
    void nothing_in_a_name_ends_the_header(String name) {
        assertThat(Disposition.of(true, name)).startsWith("inline; filename=\"").matches("[ -~]+").satisfies(header -> assertThat(header.chars().filter(c -> c == '"').count()).isEqualTo(2));
    }
}
