package whom.backup;

import java.time.Instant;
import java.util.List;
import whom.database.Purpose;

/** What a backup holds, read through to its end and found sound. */
public record Found(Instant made, String whom, String postgres, Purpose purpose, List<String> migrations, int tables, long rows) {}
