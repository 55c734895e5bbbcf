package whom.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import whom.kernel.Refused;

/**
 * Where a ticket is to go. Waiting for a third party says for whom or what, and until when; waiting for the one served may
 * say until when. {@code reason} is a code or a few words for the desk, never what was said to anybody.
 */
public record StageChange(Stage to, @Nullable Instant until, String reason) {

    public StageChange {
        reason = reason.strip();
    }

    public static StageChange to(Stage stage) {
        return new StageChange(stage, null, "");
    }

    /** @throws Refused when a ticket of this stage cannot go there, or something is missing */
    void check(Stage from, Instant now) {
        if (!from.mayBecome(to)) {
            throw new Refused("stage", "tickets.stage.cannot");
        }
        if (to == Stage.WAITING_THIRD_PARTY && reason.isEmpty()) {
            throw new Refused("reason", "tickets.wait.reason_missing");
        }
        if (to == Stage.WAITING_THIRD_PARTY && until == null) {
            throw new Refused("until", "tickets.wait.until_missing");
        }
        if (until != null && (!to.isWaiting() || !until.isAfter(now))) {
            throw new Refused("until", "tickets.wait.until_past");
        }
        if (reason.length() > 500) {
            throw new Refused("reason", "tickets.too_long", 500);
        }
    }

    /** What the log calls it. */
    String verb(Stage from) {
        return switch (to) {
            case NEW -> throw new IllegalArgumentException("nothing becomes new");
            case OPEN -> from.isOpen() ? "ticket.opened" : "ticket.reopened";
            case WAITING_USER, WAITING_THIRD_PARTY -> "ticket.waiting";
            case SOLVED -> "ticket.solved";
            case CLOSED -> "ticket.closed";
        };
    }
}
