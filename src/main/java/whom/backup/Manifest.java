package whom.backup;

import java.time.Instant;
import java.util.List;

/**
 * What stands at the head of a backup.
 *
 * @param migrations that the database had when it was made, by their versions
 * @param partitions what is kept by the month, besides the table for the rest
 */
record Manifest(Instant made, String whom, String postgres, String purpose, List<String> migrations, List<Table> tables, List<Partition> partitions) {

    /** @param name as SQL says it, with its schema */
    record Table(String name, List<Column> columns) {}

    /** @param transaction whether it holds numbers of transactions, which mean nothing in another database */
    record Column(String name, boolean transaction) {}

    record Partition(String name, String of, String bounds) {}
}
