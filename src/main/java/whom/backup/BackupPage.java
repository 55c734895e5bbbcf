package whom.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param nightly null where nothing is set up on this machine
 * @param last when the last one was made, by night or by hand
 * @param late whether that is too long ago
 */
public record BackupPage(@Nullable Nightly nightly, @Nullable Instant last, boolean late, List<Attempt> attempts) {

    /** @param failure empty where it was made */
    public record Attempt(Instant at, String file, long bytes, long rows, String failure) {

        public long kilobytes() {
            return (bytes + 999) / 1_000;
        }
    }
}
