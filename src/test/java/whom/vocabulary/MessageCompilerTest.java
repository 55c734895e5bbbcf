package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageCompilerTest {

    private static final Lexicon CLIENTS = ShippedVocabularies.load().get("client-service").lexicon(Audience.OUTSIDE, Language.EN);
    private static final Formats FORMATS = new Formats(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            Nothing to fill                        ~ Nothing to fill
            {The user} and {a broker}              ~ The client and a broker
            {0} of {1}                             ~ 1 of 2,000
            {0|one|{0} requests}                   ~ one
            {1|one|{1} {users}}                    ~ 2,000 clients
            {2|nobody|one|several}                 ~ nobody
            {2|{a user}|{2} {users}}               ~ 0 clients
            {7}                                    ~ {7}
            Write {"{user}"} for it                ~ Write {user} for it
            {1|{0|a|b}|{0|c|d}}                    ~ c
            {The sponsor:by deed} decides          ~ The customer who pays decides
            {The user:by deed} decides             ~ The client decides
            {sponsors:by deed}                     ~ customers who pay
            The {user's} case                      ~ The client’s case
            a | b                                  ~ a | b
            """)
    void a_message_reads_as_written(String written, String said) {
        MessageCompiler.Compiled compiled = MessageCompiler.compile(written);
        assertThat(compiled.faults()).isEmpty();
        assertThat(said(compiled)).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '~', textBlock = """
            {user              ~ UNCLOSED ~
            user}              ~ UNOPENED ~
            {0|one|several     ~ UNCLOSED ~
            {"never ends       ~ UNCLOSED ~
            {}                 ~ UNKNOWN  ~
            {usr}              ~ UNKNOWN  ~ {user}
            {end user}         ~ UNKNOWN  ~ {user}
            {end-users}        ~ UNKNOWN  ~
            {the custumers}    ~ UNKNOWN  ~ {the customers}
            {a users}          ~ UNKNOWN  ~ {users}
            {each users}       ~ UNKNOWN  ~ {users}
            {all user}         ~ UNKNOWN  ~ {user}
            {The User}         ~ UNKNOWN  ~ {the user}
            {user:datve}       ~ UNKNOWN  ~
            {user's:dative}    ~ UNKNOWN  ~
            {0|alone}          ~ UNKNOWN  ~ {0|…|…}
            {any}              ~ UNKNOWN  ~ {party}
            """)
    void what_is_wrong_is_told_with_what_would_be_right(String written, Fault.Kind kind, String better) {
        List<Fault> faults = MessageCompiler.compile(written).faults();
        assertThat(faults).isNotEmpty();
        assertThat(faults.getFirst().kind()).isEqualTo(kind);
        if (better != null) {
            assertThat(faults.getFirst().better()).isEqualTo(better);
        }
    }

    @Test
    void unbalanced_braces_are_told_when_texts_are_loaded() {
        assertThatThrownBy(() -> new Texts(Map.of(Language.EN, Map.of("x.y", "Hello {user"))))
                .hasMessageContaining("en x.y").hasMessageContaining("UNCLOSED");
    }

    @Property(tries = 2000)
    void any_text_is_read_and_said_without_an_error(@ForAll("texts") String text) {
        MessageCompiler.Compiled compiled = MessageCompiler.compile(text);
        String said = said(compiled);
        if (compiled.faults().isEmpty() && text.indexOf('{') < 0) {
            assertThat(said).isEqualTo(text);
        }
        for (Fault fault : compiled.faults()) {
            assertThat(fault.start()).isBetween(0, text.length());
            assertThat(fault.end()).isBetween(fault.start(), text.length());
        }
    }

    @Property(tries = 1000)
    void braces_that_do_not_match_are_always_told(@ForAll("texts") String text) {
        String plain = text.replace("\"", "");
        long opened = plain.chars().filter(c -> c == '{').count();
        long closed = plain.chars().filter(c -> c == '}').count();
        if (opened != closed) {
            assertThat(MessageCompiler.compile(plain).faults()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("{", "}", "|", "0", "1", "12", "user", "users", "the ", "Dem ", ":", "by deed", "dative", "'s", "\"", " ", "\n", "x", "ß", "😀", "{0|", "{user}", "{\"", "\"}")
                .list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    private static String said(MessageCompiler.Compiled compiled) {
        StringBuilder out = new StringBuilder();
        compiled.message().bind(CLIENTS).append(out, FORMATS, new Object[] {1, 2000, 0});
        return out.toString();
    }
}
