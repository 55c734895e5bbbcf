package whom.agreements;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A target that was missed, and why as far as clocks can tell; {@code behind} names the agreement with a team or a supplier that was missed too.
 *
 * @param workedOn by the reader, who then may see its clocks; the one served may not
 */
public record Missed(String number, String subject, String clock, Instant at, @Nullable Instant due, boolean done, int priority, boolean passedOn, boolean unanswered, String behind, boolean workedOn) {

    /** The key of a sentence. */
    public String why() {
        return "agreements.missed." + (!done && unanswered ? "unanswered" : !done ? "running" : !behind.isEmpty() ? "behind" : passedOn ? "passed_on" : "late").toLowerCase(Locale.ROOT);
    }
}
