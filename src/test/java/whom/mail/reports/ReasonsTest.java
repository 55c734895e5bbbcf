package whom.mail.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whom.mail.mime.Resources;

class ReasonsTest {

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("diagnostics")
    void what_servers_answer_is_understood(String reason, String status, String words) {
        String code = status.equals("-") ? DeliveryStatus.code(words) : status;
        assertThat(Reasons.of(words, code)).as(words).extracting(r -> r.word()).isEqualTo(reason);
    }

    static Stream<Arguments> diagnostics() {
        return Resources.lines(ReasonsTest.class, "diagnostics.tsv").stream().map(l -> Arguments.of((Object[]) l.split("\t")));
    }
}
