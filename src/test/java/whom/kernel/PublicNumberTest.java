package whom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PublicNumberTest {

    private final PublicNumber numbers = new PublicNumber("a secret of this house".getBytes(StandardCharsets.UTF_8));

    @Test
    void different_ids_have_different_numbers() {
        var seen = new HashSet<String>();
        for (long id = 0; id < 50_000; id++) {
            assertThat(seen.add(numbers.of(id))).isTrue();
        }
    }

    @Test
    void neighbours_show_no_order() {
        assertThat(numbers.of(1).substring(0, 3)).isNotEqualTo(numbers.of(2).substring(0, 3));
    }

    @Property(tries = 200)
    void what_is_said_is_read_back(@ForAll @LongRange(min = 0, max = PublicNumber.RANGE - 1) long id) {
        String number = numbers.of(id);
        assertThat(PublicNumber.read(" " + number.toLowerCase().replace("-", " "))).contains(number);
    }

    @Property(tries = 200)
    void one_wrong_character_is_noticed(@ForAll @LongRange(min = 0, max = PublicNumber.RANGE - 1) long id, @ForAll @IntRange(min = 0, max = 5) int at) {
        String kept = numbers.of(id).replace("-", "");
        char other = kept.charAt(at) == '7' ? '9' : '7';
        assertThat(PublicNumber.read(kept.substring(0, at) + other + kept.substring(at + 1))).isEmpty();
    }

    @Property(tries = 200)
    void two_swapped_neighbours_are_noticed(@ForAll @LongRange(min = 0, max = PublicNumber.RANGE - 1) long id, @ForAll @IntRange(min = 0, max = 4) int at) {
        char[] kept = numbers.of(id).replace("-", "").toCharArray();
        if (kept[at] == kept[at + 1]) {
            return;
        }
        char first = kept[at];
        kept[at] = kept[at + 1];
        kept[at + 1] = first;
        assertThat(PublicNumber.read(new String(kept))).isEmpty();
    }
}
