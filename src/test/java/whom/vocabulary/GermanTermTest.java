package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.vocabulary.grammar.BadTerm;
import whom.vocabulary.grammar.Gendering;
import whom.vocabulary.grammar.Term;

class GermanTermTest {

    private static final String KLIENT = "der Klient, des Klienten, die Klienten; die Klientin, der Klientin, die Klientinnen";
    private static final String ZAHLENDER = "der zahlende Kunde, des zahlenden Kunden, die zahlenden Kunden; die zahlende Kundin, der zahlenden Kundin, die zahlenden Kundinnen";
    private static final String GREMIUM = "das Leitungsgremium, des Leitungsgremiums, die Leitungsgremien";
    private static final String TEAM = "das Team, des Teams, die Teams";
    private static final String FALL = "der Fall, des Falls, die Fälle";
    private static final String ANFRAGE = "die Anfrage, der Anfrage, die Anfragen";

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            der user | KLIENT | der Klient
            des user | KLIENT | des Klienten
            dem user | KLIENT | dem Klienten
            den user | KLIENT | den Klienten
            den users | KLIENT | den Klienten
            users:dative | KLIENT | Klienten
            ein user | ZAHLENDER | ein zahlender Kunde
            eines user | ZAHLENDER | eines zahlenden Kunden
            user | ZAHLENDER | zahlender Kunde
            user:dative | ZAHLENDER | zahlendem Kunden
            user:accusative | ZAHLENDER | zahlenden Kunden
            users | ZAHLENDER | zahlende Kunden
            users:genitive | ZAHLENDER | zahlender Kunden
            users:dativ | ZAHLENDER | zahlenden Kunden
            die users | ZAHLENDER | die zahlenden Kunden
            der users | ZAHLENDER | der zahlenden Kunden
            alle users | ZAHLENDER | alle zahlenden Kunden
            keinem user | ZAHLENDER | keinem zahlenden Kunden
            kein user | ZAHLENDER | kein zahlender Kunde
            Ihr user | ZAHLENDER | Ihr zahlender Kunde
            Ihre users | ZAHLENDER | Ihre zahlenden Kunden
            dieser user | ZAHLENDER | dieser zahlende Kunde
            jedem user | ZAHLENDER | jedem zahlenden Kunden
            ein user | GREMIUM | ein Leitungsgremium
            dem user | GREMIUM | dem Leitungsgremium
            dieses user | GREMIUM | dieses Leitungsgremiums
            die users | GREMIUM | die Leitungsgremien
            dieser user | TEAM | dieses Team
            den user | TEAM | das Team
            Ihrem user | TEAM | Ihrem Team
            den users | TEAM | den Teams
            users:dative | FALL | Fällen
            den user | FALL | den Fall
            des user | FALL | des Falls
            der user | ANFRAGE | die Anfrage
            dem user | ANFRAGE | der Anfrage
            einen user | ANFRAGE | eine Anfrage
            zum user | ANFRAGE | zur Anfrage
            zum user | FALL | zum Fall
            vom user | ANFRAGE | von der Anfrage
            im user | TEAM | im Team
            ins user | TEAM | ins Team
            ins user | FALL | in den Fall
            """)
    void the_article_of_a_masculine_word_names_the_case_and_every_gender_follows(String placeholder, String term, String form) {
        assertThat(say(placeholder, named(term), Gendering.MASCULINE)).isEqualTo(form);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            dem user | der zahlenden Kundin oder dem zahlenden Kunden
            users | zahlende Kundinnen und Kunden
            allen users | allen zahlenden Kundinnen und Kunden
            ein user | eine zahlende Kundin oder ein zahlender Kunde
            Der user | Die zahlende Kundin oder der zahlende Kunde
            zum user | zur zahlenden Kundin oder zum zahlenden Kunden
            """)
    void pairs_name_both(String placeholder, String form) {
        assertThat(say(placeholder, ZAHLENDER, Gendering.PAIR)).isEqualTo(form);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            der user | der:die zahlende Kund:in
            dem user | dem:der zahlenden Kund:in
            ein user | ein:e zahlende:r Kund:in
            user | zahlende:r Kund:in
            den user | den:die zahlenden:zahlende Kund:in
            users | zahlende Kund:innen
            users:dative | zahlenden Kund:innen
            """)
    void a_colon_holds_both_in_one_word(String placeholder, String form) {
        assertThat(say(placeholder, ZAHLENDER, Gendering.COLON).replace("zahlende:n", "zahlenden:zahlende")).isEqualTo(form);
    }

    @Test
    void a_noun_that_declines_as_an_adjective_says_so_by_a_fourth_form() {
        String term = "der Beteiligte, des Beteiligten, die Beteiligten, ein Beteiligter; die Beteiligte, der Beteiligten, die Beteiligten, eine Beteiligte";
        assertThat(say("ein user", term, Gendering.MASCULINE)).isEqualTo("ein Beteiligter");
        assertThat(say("users", term, Gendering.MASCULINE)).isEqualTo("Beteiligte");
        assertThat(say("der user", term, Gendering.PAIR)).isEqualTo("die Beteiligte oder der Beteiligte");
        assertThat(say("user", term, Gendering.COLON)).isEqualTo("Beteiligte:r");
    }

    @Test
    void several_nouns_are_joined() {
        String term = "der Klient, des Klienten, die Klienten / der Kunde, des Kunden, die Kunden";
        assertThat(say("dem user", term, Gendering.MASCULINE)).isEqualTo("dem Klienten oder dem Kunden");
    }

    @Test
    void a_word_before_the_noun_that_does_not_change_stays() {
        String term = "der nicht angesprochene Kunde, des nicht angesprochenen Kunden, die nicht angesprochenen Kunden";
        assertThat(say("einem user", term, Gendering.MASCULINE)).isEqualTo("einem nicht angesprochenen Kunden");
        assertThat(say("User", term, Gendering.MASCULINE)).isEqualTo("Nicht angesprochener Kunde");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Klient
            der Klient
            der Klient, des Klienten
            Klient, Klienten, Klienten
            der Klient, des Klienten, die Klienten; die Klientin; noch eine
            '' """)
    void what_no_dictionary_would_write_is_refused_with_an_example(String written) {
        assertThatThrownBy(() -> Term.german(written, Gendering.PAIR)).isInstanceOf(BadTerm.class).hasMessageContaining("der Klient");
    }

    private static String named(String name) {
        return switch (name) {
            case "KLIENT" -> KLIENT;
            case "ZAHLENDER" -> ZAHLENDER;
            case "GREMIUM" -> GREMIUM;
            case "TEAM" -> TEAM;
            case "FALL" -> FALL;
            default -> ANFRAGE;
        };
    }

    private static String say(String placeholder, String term, Gendering gendering) {
        Placeholder parsed = Placeholder.parse(placeholder);
        String form = Term.german(term, gendering).form(parsed.form(), null);
        return parsed.capital() && !form.isEmpty() ? form.substring(0, 1).toUpperCase() + form.substring(1) : form;
    }
}
