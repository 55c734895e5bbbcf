package whom.tickets.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeCountsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final LargeCounts counts = new LargeCounts();

    @Test
    void many_are_remembered_for_half_a_minute() {
        counts.remember(open(7, -1), 4_213, 4_213, NOW);
        assertThat(counts.count(open(7, -1), NOW.plusSeconds(29))).contains(4_213);
        assertThat(counts.count(open(7, -1), NOW.plusSeconds(30))).isEmpty();
    }

    @Test
    void what_few_were_passed_over_for_is_counted_each_time() {
        counts.remember(open(7, -1), 12, 12, NOW);
        assertThat(counts.count(open(7, -1), NOW)).isEmpty();
    }

    @Test
    void few_of_many_are_remembered_too() {
        counts.remember(open(7, -1), 12, 4_213, NOW);
        assertThat(counts.count(open(7, -1), NOW)).contains(12);
    }

    @Test
    void what_one_does_oneself_is_counted_at_once() {
        counts.remember(open(7, -1), 4_213, 4_213, NOW);
        counts.remember(open(8, -1), 4_213, 4_213, NOW);
        counts.forget(7);
        assertThat(counts.count(open(7, -1), NOW)).isEmpty();
        assertThat(counts.count(open(8, -1), NOW)).contains(4_213);
    }

    @Test
    void nobody_is_told_anothers_count_or_that_of_rights_they_no_longer_have() {
        counts.remember(open(7, -1), 4_213, 4_213, NOW);
        assertThat(counts.count(open(8, -1), NOW)).isEmpty();
        assertThat(counts.count(open(7, -2), NOW)).isEmpty();
    }

    private static LargeCounts.Of open(long account, long key) {
        return new LargeCounts.Of(account, List.of(key), "is:open", ZoneOffset.UTC);
    }
}
