package whom.tickets.filter;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.constraints.StringLength;

class FilterTextTest {

    @Property(tries = 500)
    void what_is_read_is_written_so_that_it_reads_the_same(@ForAll("filters") String filter) {
        String written = Filter.read(filter).toString();
        assertThat(Filter.read(written)).hasToString(written);
    }

    @Property(tries = 2000)
    void any_text_is_read_or_refused(@ForAll @StringLength(max = 80) String anything) {
        readOrRefuse(anything);
    }

    @Property(tries = 2000)
    void any_jumble_of_the_languages_own_signs_is_read_or_refused(@ForAll("jumbles") String jumble) {
        readOrRefuse(jumble);
    }

    private static void readOrRefuse(String text) {
        try {
            String written = Filter.read(text).toString();
            assertThat(Filter.read(written)).hasToString(written);
        } catch (BadFilter refused) {
            assertThat(refused.at()).isBetween(0, text.length());
            assertThat(refused.key()).startsWith("tickets.filter.");
        }
    }

    @Provide
    Arbitrary<String> filters() {
        return SomeFilters.any();
    }

    @Provide
    Arbitrary<String> jumbles() {
        return Arbitraries.of("(", ")", " ", "-", "\"", "\\", ",", ":", "<", ">", "=", "or", "and", "not", "is:open", "service:a", "due", "x", "ß", "2h", "\0", "\ud800", "#")
                .list().ofMaxSize(14).map(parts -> String.join("", parts));
    }
}
