package whom.portal;

import whom.tickets.Stage;

/** The four words that the person served hears of a request's state; what happens behind them is the desk's own affair. */
public enum Progress {
    RECEIVED, ON_IT, WAITING_FOR_YOU, SOLVED;

    static Progress of(Stage stage) {
        return switch (stage) {
            case NEW -> RECEIVED;
            case OPEN, WAITING_THIRD_PARTY -> ON_IT;
            case WAITING_USER -> WAITING_FOR_YOU;
            case SOLVED, CLOSED -> SOLVED;
        };
    }

    /** The end of its key in the words' files. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String kind() {
        return switch (this) {
            case RECEIVED, ON_IT -> "info";
            case WAITING_FOR_YOU -> "warn";
            case SOLVED -> "good";
        };
    }
}
