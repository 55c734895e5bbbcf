package whom.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A side conversation (P10). The one served and the agents see that there is one, with whom and why; {@code subject} is "" for
 * whoever does not read it. {@code withheldReason} and {@code withheldUntil} stand before a second person has agreed, too,
 * for agents; {@code withheld} is true from then on.
 */
public record Side(long id, UUID publicId, String subject, String why, Instant openedAt, List<String> participants, boolean takesPart, boolean readable,
                   @Nullable String withheldReason, @Nullable Instant withheldUntil, boolean withheld, boolean askedByMe) {

    public boolean withholdingAsked() {
        return withheldReason != null && !withheld;
    }
}
