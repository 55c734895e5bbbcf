package whom.tickets;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a ticket has come. Nothing becomes new again; what is done can only be opened again or, when solved, closed. */
public enum Stage {
    NEW, OPEN, WAITING_USER, WAITING_THIRD_PARTY, SOLVED, CLOSED;

    private static final Set<Stage> WAITING = EnumSet.of(WAITING_USER, WAITING_THIRD_PARTY);

    public boolean isOpen() {
        return this != SOLVED && this != CLOSED;
    }

    public boolean isWaiting() {
        return WAITING.contains(this);
    }

    public boolean mayBecome(Stage next) {
        return next != this && next != NEW && switch (this) {
            case NEW, OPEN, WAITING_USER, WAITING_THIRD_PARTY -> true;
            case SOLVED -> next == OPEN || next == CLOSED;
            case CLOSED -> next == OPEN;
        };
    }

    /** As stored, and as API and filters speak it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Stage of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
