package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import whom.vocabulary.grammar.Case;
import whom.vocabulary.grammar.Determiner;
import whom.vocabulary.grammar.Form;

/** V3: another vocabulary changes the terms, the words that agree with them, and nothing else. */
class VocabularySwapTest {

    /** A term, or what stands in quotes and is no term. */
    private static final Pattern TERM = Pattern.compile("\\{\"([^\"]*)\"}|\\{(?![0-9\"])([^{}|]*)}");
    private static final Map<String, Vocabulary> ALL = ShippedVocabularies.load();

    @Test
    void every_message_differs_in_its_terms_alone() {
        for (Language language : Language.values()) {
            Map<String, String> sources = new HashMap<>();
            Resources.all("words/*." + language.tag() + ".properties").values().forEach(sources::putAll);
            for (Vocabulary vocabulary : ALL.values()) {
                Lexicon lexicon = vocabulary.lexicon(Audience.OUTSIDE, language);
                sources.forEach((key, text) -> assertThat(said(text, lexicon)).as(vocabulary.key() + " " + language + " " + key).matches(around(text, lexicon)));
            }
        }
    }

    @Test
    void numbers_dates_and_addresses_of_texts_are_the_same_whatever_is_spoken() {
        for (Vocabulary vocabulary : ALL.values()) {
            Words words = Vocabularies.shipped(vocabulary.key()).words(Locale.GERMAN, Audience.OUTSIDE);
            assertThat(words.number(1234)).isEqualTo("1.234");
            assertThat(words.has("vocabulary.now")).isTrue();
        }
    }

    /** The text around the terms as it stands, and in each gap one of the forms of that very term. */
    private static Pattern around(String text, Lexicon lexicon) {
        StringBuilder pattern = new StringBuilder();
        Matcher term = TERM.matcher(branch(text));
        int from = 0;
        while (term.find()) {
            pattern.append(Pattern.quote(plain(branch(text).substring(from, term.start()))));
            pattern.append(term.group(1) != null ? Pattern.quote(term.group(1)) : "(?:" + String.join("|", forms(lexicon, Placeholder.parse(term.group(2)))) + ")");
            from = term.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(plain(branch(text).substring(from)))).toString(), Pattern.DOTALL);
    }

    private static TreeSet<String> forms(Lexicon lexicon, Placeholder placeholder) {
        TreeSet<String> forms = new TreeSet<>();
        for (Determiner determiner : Determiner.values()) {
            for (Case kase : Case.values()) {
                for (boolean deed : new boolean[] {false, true}) {
                    String form = lexicon.form(placeholder.fact(), new Form(determiner, kase, placeholder.form().plural(), placeholder.form().possessive()), deed);
                    forms.add(Pattern.quote(form));
                    forms.add(Pattern.quote(form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1)));
                }
            }
        }
        return forms;
    }

    /** With the last branch of each choice, which is what several of everything get; choices hold no further choices in our texts. */
    private static String branch(String text) {
        Matcher choice = Pattern.compile("\\{\\d+\\|((?:[^{}]|\\{[^{}]*})*)}").matcher(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (choice.find()) {
            parts.add(text.substring(from, choice.start()));
            parts.add(choice.group(1).substring(lastBar(choice.group(1)) + 1));
            from = choice.end();
        }
        parts.add(text.substring(from));
        return String.join("", parts);
    }

    private static int lastBar(String branches) {
        return branches.lastIndexOf('|');
    }

    private static String plain(String text) {
        return text.replaceAll("\\{\\d+}", "7").replaceAll("\\{\"([^\"]*)\"}", "$1");
    }

    private static String said(String text, Lexicon lexicon) {
        StringBuilder out = new StringBuilder();
        Object[] sevens = new Object[20];
        Arrays.fill(sevens, 7);
        MessageCompiler.compile(text).message().bind(lexicon).append(out, new Formats(Locale.ENGLISH, ZoneOffset.UTC), sevens);
        return out.toString();
    }
}
