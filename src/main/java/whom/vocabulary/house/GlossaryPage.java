package whom.vocabulary.house;

import java.util.List;

/**
 * Every fact beside its words (V6).
 *
 * @param languages the columns, twice: inside, then outside
 */
public record GlossaryPage(List<String> languages, String inside, String outside, List<Row> standings, List<Row> things) {

    /** @param ambiguous languages in which its word outside is also another fact's */
    public record Row(String fact, List<String> inside, List<String> outside, List<String> ambiguous) {}
}
