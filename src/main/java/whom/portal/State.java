package whom.portal;

import whom.tickets.Stage;

/** Where a request is, in four words (ui.md); nothing of how the desk works it. */
public enum State {
    RECEIVED("circle-dot", "info"), ON_IT("user", "info"), WAITING("circle-pause", "warn"), SOLVED("circle-check", "good");

    private final String icon;
    private final String kind;

    State(String icon, String kind) {
        this.icon = icon;
        this.kind = kind;
    }

    static State of(Stage stage) {
        return switch (stage) {
            case NEW -> RECEIVED;
            case OPEN, WAITING_THIRD_PARTY -> ON_IT;
            case WAITING_USER -> WAITING;
            case SOLVED, CLOSED -> SOLVED;
        };
    }

    public String icon() {
        return icon;
    }

    /** How its tag looks. */
    public String kind() {
        return kind;
    }

    /** The key of its word. */
    public String word() {
        return "portal.state." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
