package whom.backup;

import java.util.List;

/** What stands at the end of a backup: how much there was, table by table, and where the counters stood. */
record Totals(List<Rows> tables, List<Counter> counters) {

    record Rows(String table, long count, String sha256) {}

    record Counter(String name, long last) {}

    long rows() {
        return tables.stream().mapToLong(Rows::count).sum();
    }
}
