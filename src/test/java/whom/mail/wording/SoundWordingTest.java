package whom.mail.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import whom.kernel.Refused;
import whom.vocabulary.Audience;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Vocabulary;
import whom.vocabulary.Words;

class SoundWordingTest {

    private static final Vocabularies VOCABULARIES = Vocabularies.shipped();
    private static final Words ENGLISH = VOCABULARIES.words(Locale.ENGLISH, Audience.INSIDE);
    private static final Map<String, String> FINE = Map.of("subject", "About {ticket.number}", "text", "Dear {name},\n\n{message}\n{link}", "foot", "{reason}");

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void what_is_delivered_is_sound_and_leaves_the_same_open_in_every_language(Occasion occasion) {
        Wording english = Delivered.of(occasion, Language.EN);
        for (Language language : Language.values()) {
            Wording wording = Delivered.of(occasion, language);
            assertThat(SoundWording.of(occasion, Map.of("subject", wording.subject(), "text", wording.text(), "foot", wording.foot()), ENGLISH)).isEqualTo(wording);
            for (Blank blank : Blank.values()) {
                assertThat(wording.whole().contains(blank.written())).as(language + " " + blank).isEqualTo(english.whole().contains(blank.written()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void every_text_reads_whole_in_every_vocabulary(Occasion occasion) {
        for (Vocabulary vocabulary : VOCABULARIES.six()) {
            for (Language language : Language.values()) {
                Words words = VOCABULARIES.preview(vocabulary, Audience.OUTSIDE, language.locale());
                Wording filled = Wordings.filled(Delivered.of(occasion, language), occasion, words, MadeUp.values(occasion, words, "Help"));
                assertThat(filled.subject() + filled.whole()).doesNotContain("{").doesNotContain("}").contains(words.say("mail.letter.why." + switch (occasion) {
                    case NOTICE -> "agent";
                    case SIGN_IN -> "sign_in";
                    case DUE -> "due";
                    case LOOP -> "administrator";
                    case SEAL_OFFICER -> "officer";
                    default -> "served";
                }, "K7Q-2MFX"));
            }
        }
    }

    @Test
    void what_is_sound_is_kept_with_lines_as_one_wrote_them() {
        assertThat(SoundWording.of(Occasion.ANSWER, Map.of("subject", " A  b ", "text", "{message}\r\n\r\n2 < 3, <ann@example.org>, {Your ticket} {link}\r\n", "foot", "{reason}"), ENGLISH))
                .isEqualTo(new Wording("A  b", "{message}\n\n2 < 3, <ann@example.org>, {Your ticket} {link}", "{reason}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "subject || Write something here.",
            "subject | two\\nlines | Write it on one line.",
            "subject | {link} | {link} is no placeholder here",
            "subject | {message} | may stand {name}, {from}, {ticket.number}, {ticket.subject}",
            "text | {message} {link} {ticket.nummer} | {ticket.nummer} is no placeholder here. Did you mean {ticket.number}?",
            "text | {message} {link} {usr} | Did you mean {user}?",
            "text | {message} {link} {oops | closed",
            "text | {message} | {link} must stand here or below the line",
            "text | {message} {\"{link}\"} | {link} must stand here or below the line",
            "text | {link} | {message} must stand",
            "text | {message} {link} <b>bold</b> | without <b",
            "text | {message} {link} <script>alert(1)</script> | without <script",
            "text | {message} {link} <img src=x onerror=alert(1)> | without <img",
            "text | {message} {link} </p | without </p",
            "text | {message} {link} <!-- x --> | without <!",
            "text | {message} {link} \\u0007 | invisible sign",
            "foot | why not | {reason} must stand"})
    void what_is_not_sound_is_refused_with_its_field_and_what_would_be_right(String field, String written, String said) {
        Map<String, String> typed = new HashMap<>(FINE);
        typed.put(field, written == null ? "" : written.replace("\\n", "\n").replace("\\u0007", "\u0007"));
        assertThatThrownBy(() -> SoundWording.of(Occasion.ANSWER, typed, ENGLISH)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(ENGLISH.say(refused.key(), refused.arguments())).contains(said);
        });
    }

    @ParameterizedTest
    @CsvSource({"subject, 200", "text, 10000", "foot, 2000"})
    void what_is_too_long_is_refused_with_how_much_would_do(String field, int longest) {
        Map<String, String> typed = new HashMap<>(FINE);
        typed.merge(field, "a".repeat(longest), String::concat);
        assertThatThrownBy(() -> SoundWording.of(Occasion.ANSWER, typed, ENGLISH)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.arguments()).contains(longest);
        });
    }

    @Test
    void a_discreet_matter_and_an_address_that_nobody_confirmed_cannot_be_told_words() {
        for (String blank : List.of("{message}", "{sender}", "{ticket.subject}")) {
            for (Occasion occasion : List.of(Occasion.NEWS, Occasion.CONFIRM)) {
                assertThatThrownBy(() -> SoundWording.of(occasion, Map.of("subject", "x", "text", "{link} " + blank, "foot", "{reason}"), ENGLISH)).as(occasion + blank)
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("text"));
            }
        }
        assertThatThrownBy(() -> SoundWording.of(Occasion.CONFIRM, Map.of("subject", "x", "text", "Dear {name} {link}", "foot", "{reason}"), ENGLISH)).isInstanceOf(Refused.class);
    }

    @Test
    void what_fills_a_blank_is_taken_as_it_is() {
        Wording filled = Wordings.filled(new Wording("{ticket.subject}", "{message}", "{reason}"), Occasion.ANSWER, ENGLISH,
                Map.of(Blank.SUBJECT, "a\nb {user}", Blank.MESSAGE, "{link} {0} {user} $1 <b>", Blank.REASON, "because", Blank.LINK, "https://x"));
        assertThat(filled).isEqualTo(new Wording("a b {user}", "{link} {0} {user} $1 <b>", "because"));
    }

    @Test
    void what_fills_nothing_leaves_no_gap() {
        Wording filled = Wordings.filled(new Wording("s", "{sender} wrote.\n\n{message}\n\nBye", "{reason}"), Occasion.NOTICE, ENGLISH, Map.of(Blank.SENDER, "Ann", Blank.REASON, "r"));
        assertThat(filled.whole()).isEqualTo("Ann wrote.\n\nBye\n\n-- \nr");
    }
}
