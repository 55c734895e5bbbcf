package whom.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.kernel.Refused;

class StageTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            NEW,                 OPEN WAITING_USER WAITING_THIRD_PARTY SOLVED CLOSED
            OPEN,                WAITING_USER WAITING_THIRD_PARTY SOLVED CLOSED
            WAITING_USER,        OPEN WAITING_THIRD_PARTY SOLVED CLOSED
            WAITING_THIRD_PARTY, OPEN WAITING_USER SOLVED CLOSED
            SOLVED,              OPEN CLOSED
            CLOSED,              OPEN
            """)
    void where_a_ticket_can_go(Stage from, String to) {
        assertThat(Arrays.stream(Stage.values()).filter(from::mayBecome).map(Stage::name)).containsExactlyInAnyOrder(to.split(" "));
    }

    @Test
    void waiting_for_a_third_party_says_for_whom_and_until_when() {
        assertThat(refusal(new StageChange(Stage.WAITING_THIRD_PARTY, NOW.plusSeconds(60), " ")).field()).isEqualTo("reason");
        assertThat(refusal(new StageChange(Stage.WAITING_THIRD_PARTY, null, "the supplier")).field()).isEqualTo("until");
        assertThat(refusal(new StageChange(Stage.WAITING_THIRD_PARTY, NOW, "the supplier")).key()).isEqualTo("tickets.wait.until_past");
        new StageChange(Stage.WAITING_THIRD_PARTY, NOW.plusSeconds(1), "the supplier").check(Stage.OPEN, NOW);
        new StageChange(Stage.WAITING_USER, null, "").check(Stage.OPEN, NOW);
    }

    @Test
    void what_is_closed_is_opened_again_and_called_so() {
        assertThat(StageChange.to(Stage.OPEN).verb(Stage.CLOSED)).isEqualTo("ticket.reopened");
        assertThat(StageChange.to(Stage.OPEN).verb(Stage.WAITING_USER)).isEqualTo("ticket.opened");
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,2,2", "2,1,2", "1,3,3", "2,2,3", "3,1,3", "2,3,4", "3,2,4", "3,3,5"})
    void priority_follows_from_impact_and_urgency(int impact, int urgency, int rank) {
        assertThat(new Priority(impact, urgency).rank()).isEqualTo(rank);
    }

    @Test
    void urgency_follows_from_what_somebody_is_doing_now() {
        assertThat(new Priority(3, 3).urgedBy(Doing.DEADLINE)).isEqualTo(new Priority(3, 1));
        assertThat(new Priority(2, 1).urgedBy(Doing.GOING_AROUND)).isEqualTo(new Priority(2, 3));
    }

    @Test
    void there_is_no_fourth_urgency_for_anybody() {
        assertThatThrownBy(() -> new Priority(1, 0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Priority(4, 1)).isInstanceOf(Refused.class);
    }

    private static Refused refusal(StageChange change) {
        return catchThrowableOfType(Refused.class, () -> change.check(Stage.OPEN, NOW));
    }
}
