package whom.agreements;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A target that was missed, and why as far as the clock can tell. */
public record Missed(String number, String subject, String clock, Instant at, @Nullable Instant due, boolean done, int priority, boolean passedOn, boolean unanswered) {

    /** The key of a sentence. */
    public String why() {
        return "agreements.missed." + (!done && unanswered ? "unanswered" : !done ? "running" : passedOn ? "passed_on" : "late").toLowerCase(Locale.ROOT);
    }
}
