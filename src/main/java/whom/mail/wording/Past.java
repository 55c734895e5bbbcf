package whom.mail.wording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text as it was from a time on. @param wording null: as delivered */
public record Past(int edition, @Nullable Wording wording, Instant at, String by) {}
