package whom.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param ground a legal ground for telling the served person later, at {@code tellAt}; both or neither */
public record AskToBreak(String number, String purpose, int hours, @Nullable String ground, @Nullable Instant tellAt) {}
