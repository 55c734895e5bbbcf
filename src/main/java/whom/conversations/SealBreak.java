package whom.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seal that somebody asks to break, or broke (P4). It names a number and a purpose; that the number is anybody's is not told
 * before it was approved. {@code askedBy} is "" where the reader has no right to the name.
 */
public record SealBreak(String key, String number, String askedBy, Instant askedAt, String purpose, int hours, State state, @Nullable Instant until,
                        @Nullable String delayGround, @Nullable Instant tellAt, boolean mine, boolean mayDecide) {

    public enum State { ASKED, REFUSED, LAPSED, OPEN, ENDED }
}
