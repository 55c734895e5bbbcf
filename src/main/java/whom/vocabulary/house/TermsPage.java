package whom.vocabulary.house;

import java.util.List;

/**
 * One vocabulary, towards one audience in one language.
 *
 * @param own made by this house, so it can be changed
 * @param names its name in each language, English first
 * @param naming how it names people; "" in languages where that is no question
 */
public record TermsPage(String key, String name, boolean own, List<String> names, int edition, String audience, String language, String naming,
        List<Row> terms, Preview preview) {

    /** @param written as a dictionary writes it */
    public record Row(String fact, String written) {}

    /**
     * How it reads.
     *
     * @param forms the forms of each word, by fact
     * @param unreadable facts whose word cannot be read as it is typed; the one before is shown
     * @param shared two facts that share a word inside, with that word; empty where none do
     */
    public record Preview(List<String> sentences, List<Row> forms, List<String> unreadable, List<String> shared) {}
}
