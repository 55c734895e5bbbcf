package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.agreements.TicketEvent.Created;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;

/**
 * When a ticket waited for the one served, and whether they had been asked anything: whether the desk said something after their
 * last words and before, or shortly after, the wait began. A wait without a question stops clocks for nobody's sake.
 */
final class Waits {

    /** An agent may set the state first and write the question then. */
    private static final Duration SHORTLY = Duration.ofMinutes(10);

    record Wait(Instant from, @Nullable Instant to, boolean asked) {}

    private Waits() {}

    /** @param events in order, the creation first */
    static List<Wait> of(List<TicketEvent> events) {
        var waits = new ArrayList<Wait>();
        Instant began = null;
        for (TicketEvent event : events) {
            if (!(event instanceof StateChanged change)) {
                continue;
            }
            boolean waiting = change.to().equals("waiting_user");
            if (began != null && !waiting) {
                waits.add(new Wait(began, change.at(), asked(events, began)));
                began = null;
            } else if (began == null && waiting) {
                began = change.at();
            }
        }
        if (began != null) {
            waits.add(new Wait(began, null, asked(events, began)));
        }
        return waits;
    }

    private static boolean asked(List<TicketEvent> events, Instant began) {
        boolean asked = false;
        for (TicketEvent event : events) {
            if (event instanceof Message message && !message.at().isAfter(began.plus(SHORTLY))) {
                asked = message.by() == Side.AGENT || message.at().isAfter(began) && asked;
            } else if (event instanceof Created created) {
                asked = created.by() == Side.AGENT;
            }
        }
        return asked;
    }
}
