package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.vocabulary.grammar.Case;
import whom.vocabulary.grammar.Determiner;
import whom.vocabulary.grammar.Form;
import whom.vocabulary.grammar.Gendering;
import whom.vocabulary.grammar.Term;

class ShippedVocabulariesTest {

    private static final Map<String, Vocabulary> ALL = ShippedVocabularies.load();

    /** V2's table. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            user | client | consumer | partner | customer | user | user
            customer | customer | client | partner | senior customer | agreeing customer | customer
            sponsor | customer | client | partner | senior customer | paying customer | sponsor
            overseer | customer | client | partner | senior customer | governing customer | governing body
            broker | broker | broker | partner | customer | broker | service broker
            partner | partner | client | partner | customer | partner | partner
            observer | customer | customer | colleague | customer | unaddressed customer | stakeholder
            any | client or customer | customer | partner | customer | customer | service consumer
            """)
    void the_six_speak_as_the_table_says(String key, String clientService, String clientsAndConsumers, String partners, String customers, String precise, String itil4) {
        Fact fact = Fact.ofKey(key);
        assertThat(ALL.values().stream().map(v -> v.word(Audience.OUTSIDE, Language.EN, fact)))
                .containsExactly(clientService, clientsAndConsumers, partners, customers, precise, itil4);
    }

    @Test
    void inside_no_two_facts_share_a_word() {
        for (Vocabulary vocabulary : ALL.values()) {
            assertThat(vocabulary.sharedInside()).as(vocabulary.key()).isEmpty();
        }
    }

    @Test
    void inside_speaks_precisely_whatever_outside_speaks() {
        for (Vocabulary vocabulary : ALL.values()) {
            if (!vocabulary.key().equals("itil4")) {
                assertThat(vocabulary.terms().get(Audience.INSIDE)).isEqualTo(ALL.get("precise").terms().get(Audience.INSIDE));
            }
        }
    }

    @Test
    void every_term_has_every_form_in_every_language_and_way_of_naming() {
        for (Vocabulary vocabulary : ALL.values()) {
            for (Audience audience : Audience.values()) {
                for (Language language : Language.values()) {
                    for (Fact fact : Fact.values()) {
                        everyForm(language, vocabulary.written(audience, language, fact));
                    }
                }
            }
        }
    }

    private static void everyForm(Language language, String written) {
        for (Gendering gendering : Gendering.values()) {
            Term term = language.term(written, gendering);
            for (Determiner determiner : Determiner.values()) {
                for (Case kase : Case.values()) {
                    for (boolean plural : new boolean[] {false, true}) {
                        assertThat(term.form(new Form(determiner, kase, plural, false), null)).isNotBlank().doesNotContain("  ").doesNotStartWith(" ");
                    }
                }
            }
        }
    }

    @Test
    void where_a_word_is_shared_a_deed_tells_which_fact_is_meant() {
        for (Vocabulary vocabulary : ALL.values()) {
            for (Language language : Language.values()) {
                Lexicon lexicon = vocabulary.lexicon(Audience.OUTSIDE, language);
                assertThat(lexicon.ambiguous().stream().filter(f -> f != Fact.ANY).map(f -> lexicon.form(f, Form.WORD, true)))
                        .as(vocabulary.key() + " " + language).doesNotHaveDuplicates();
            }
        }
    }
}
