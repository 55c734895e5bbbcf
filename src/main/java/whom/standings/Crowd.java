package whom.standings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many users a service has in which unit, each counted once; without a unit ("") those who are in none of them. */
record Crowd(List<Count> counts) {

    /** @param above the unit right above, where that was asked about too; else "" */
    record Count(String unit, String above, long people) {}

    long total() {
        return counts.stream().mapToLong(Count::people).sum();
    }

    /**
     * The same people in cells of at least so many (P6). What is too small goes into the unit above it; where that stays too small
     * its smallest neighbour goes along, so that no cell follows from the total. Fewer people than that altogether are no cell.
     */
    Crowd atLeast(long least) {
        Map<String, List<Count>> below = new TreeMap<>();
        Map<String, Long> tops = new TreeMap<>();
        long rest = 0;
        for (Count count : counts) {
            if (count.unit().isEmpty()) {
                rest += count.people();
            } else if (count.above().isEmpty()) {
                tops.merge(count.unit(), count.people(), Long::sum);
            } else {
                tops.merge(count.above(), 0L, Long::sum);
                below.computeIfAbsent(count.above(), _ -> new ArrayList<>()).add(count);
            }
        }
        var cells = new ArrayList<Count>();
        for (var top : tops.entrySet()) {
            long own = top.getValue();
            var kept = new ArrayList<Count>();
            for (Count count : below.getOrDefault(top.getKey(), List.of())) {
                if (count.people() >= least) {
                    kept.add(count);
                } else {
                    own += count.people();
                }
            }
            own = filledUp(own, kept, least);
            if (own >= least) {
                cells.add(new Count(top.getKey(), "", own));
            } else {
                rest += own;
            }
            cells.addAll(kept);
        }
        rest = filledUp(rest, cells, least);
        if (rest >= least) {
            cells.add(new Count("", "", rest));
        }
        return new Crowd(cells);
    }

    /** Takes the smallest cells in until it is none or large enough, or there are no more. */
    private static long filledUp(long few, List<Count> cells, long least) {
        long people = few;
        while (people > 0 && people < least && !cells.isEmpty()) {
            Count smallest = cells.stream().min(Comparator.comparingLong(Count::people).thenComparing(Count::unit)).orElseThrow();
            cells.remove(smallest);
            people += smallest.people();
        }
        return people;
    }
}
