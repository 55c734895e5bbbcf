package whom.jobs;

import java.time.Duration;
import whom.kernel.Sql;

/**
 * Work that comes again: one statement, as the machine for jobs, in one transaction with the note that it was done.
 *
 * @param name of the module and the work, {@code conversations.keep_once}; stored, so it stays as it is
 */
public record Chore(String name, Duration every, Sql work) {}
