package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.agreements.TicketEvent.Created;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;

class WaitsTest {

    /** Each letter a step of an hour: a an agent writes, s the one served, w set to waiting, o opened; A, five minutes after the step before. */
    @ParameterizedTest
    @CsvSource({
            "'', ''", "w, no", "aw, yes", "wA, yes", "wa, no", "asw, no", "aswA, yes", "awo, yes", "awsow, yes no", "awow, yes yes", "awsoaw, yes yes"})
    void a_wait_was_asked_for_by_words_of_the_desk(String story, String asked) {
        List<TicketEvent> events = new ArrayList<>();
        Instant at = Instant.parse("2026-06-01T08:00:00Z");
        events.add(new Created(at, "new", Side.SERVED));
        for (char step : story.toCharArray()) {
            at = at.plusSeconds(step == 'A' ? 300 : 3600);
            events.add(switch (step) {
                case 'a', 'A' -> new Message(at, Side.AGENT);
                case 's' -> new Message(at, Side.SERVED);
                default -> new StateChanged(at, step == 'w' ? "waiting_user" : "open");
            });
        }
        assertThat(Waits.of(events).stream().map(wait -> wait.asked() ? "yes" : "no")).containsExactlyElementsOf(asked.isEmpty() ? List.of() : List.of(asked.split(" ")));
    }
}
