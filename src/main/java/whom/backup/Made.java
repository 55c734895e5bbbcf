package whom.backup;

import java.nio.file.Path;

/** A backup that is there. */
public record Made(Path file, int tables, long rows, long bytes) {}
