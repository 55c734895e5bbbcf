package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whom.standings.Crowd.Count;

/** Users as numbers: none of fewer than five, and none that follows from others (P6). */
class CrowdTest {

    @Test
    void what_is_too_small_goes_into_the_unit_above() {
        assertThat(crowd(new Count("sales", "", 6), new Count("north", "sales", 3), new Count("south", "sales", 9)).counts())
                .containsExactlyInAnyOrder(new Count("sales", "", 9), new Count("south", "sales", 9));
    }

    @Test
    void a_rest_that_is_too_small_takes_its_smallest_neighbour_along_so_that_it_does_not_follow_from_the_total() {
        assertThat(crowd(new Count("sales", "", 2), new Count("north", "sales", 7), new Count("south", "sales", 9)).counts())
                .containsExactlyInAnyOrder(new Count("sales", "", 9), new Count("south", "sales", 9));
        assertThat(crowd(new Count("sales", "", 20), new Count("", "", 1), new Count("it", "", 8)).counts())
                .containsExactlyInAnyOrder(new Count("sales", "", 20), new Count("", "", 9));
    }

    @Test
    void too_few_altogether_are_not_told() {
        assertThat(crowd(new Count("sales", "", 2), new Count("", "", 2)).counts()).isEmpty();
        assertThat(crowd().total()).isZero();
    }

    @Test
    void every_crowd_is_whole_or_untold_and_no_cell_is_too_small() {
        var random = new Random(7);
        for (int n = 0; n < 5_000; n++) {
            var counts = new ArrayList<Count>();
            for (int top = 0; top < random.nextInt(4); top++) {
                counts.add(new Count("t" + top, "", random.nextInt(1, 9)));
                for (int below = 0; below < random.nextInt(4); below++) {
                    counts.add(new Count("t" + top + "b" + below, "t" + top, random.nextInt(1, 12)));
                }
            }
            if (random.nextBoolean()) {
                counts.add(new Count("", "", random.nextInt(1, 9)));
            }
            Crowd all = new Crowd(counts);
            Crowd told = all.atLeast(5);
            assertThat(told.counts()).allMatch(c -> c.people() >= 5);
            assertThat(told.total()).isIn(all.total() < 5 ? 0L : all.total());
        }
    }

    private static Crowd crowd(Count... counts) {
        return new Crowd(List.of(counts)).atLeast(5);
    }
}
