package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Vocabularies HOUSE = new Vocabularies(() -> NOW, ZoneId.of("Europe/Berlin"));

    @Test
    void outside_hears_the_houses_words_and_inside_precise_ones() {
        Vocabularies house = Vocabularies.shipped("client-service");
        assertThat(house.words(Locale.ENGLISH, Audience.OUTSIDE).several(Fact.USER)).isEqualTo("clients");
        assertThat(house.words(Locale.ENGLISH, Audience.INSIDE).several(Fact.USER)).isEqualTo("users");
        assertThat(house.words(Locale.GERMAN, Audience.OUTSIDE).several(Fact.USER)).isEqualTo("Klientinnen und Klienten");
    }

    @Test
    void a_language_without_a_grammar_is_told_in_english() {
        assertThat(HOUSE.words(Locale.FRENCH, Audience.OUTSIDE).say("vocabulary.now")).isEqualTo("now");
    }

    @Test
    void a_message_that_a_language_lacks_is_said_in_english() {
        Vocabulary precise = ShippedVocabularies.load().get("precise");
        Texts texts = new Texts(Map.of(Language.EN, Map.of("x.y", "Ask {the user}")));
        Lexicon german = precise.lexicon(Audience.INSIDE, Language.DE);
        assertThat(texts.bind(german, precise.lexicon(Audience.INSIDE, Language.EN)).get("x.y")).isEqualTo(new Message.Text("Ask the user"));
    }

    @Test
    void an_unknown_key_is_said_as_it_stands() {
        assertThat(HOUSE.words(Locale.ENGLISH, Audience.INSIDE).say("no.such.key", 1)).isEqualTo("no.such.key");
    }

    @Test
    void what_an_administrator_wrote_is_filled() {
        Words words = Vocabularies.shipped("partners").words(Locale.ENGLISH, Audience.OUTSIDE);
        assertThat(words.fill("Dear {name}, {a user} like you … {oops", Map.of("name", "Ann {user}"))).isEqualTo("Dear Ann {user}, a partner like you … {oops");
    }

    @ParameterizedTest(name = "{0} s ago: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0 | now | jetzt
            59 | now | jetzt
            540 | 9 min | 9 Min.
            7200 | 2 h | 2 Std.
            86400 | 1 d | 1 Tag
            -7200 | in 2 h | in 2 Std.
            259200 | 19 Nov | 19. Nov.
            -259200 | 25 Nov | 25. Nov.
            40000000 | 16 Aug 2025 | 16.08.2025
            """)
    void times_are_relative_for_two_days_then_dates(long seconds, String english, String german) {
        assertThat(HOUSE.words(Locale.ENGLISH, Audience.INSIDE).ago(NOW.minusSeconds(seconds))).isEqualTo(english);
        assertThat(HOUSE.words(Locale.GERMAN, Audience.INSIDE).ago(NOW.minusSeconds(seconds))).isEqualTo(german);
    }

    @Test
    void numbers_and_dates_follow_the_locale() {
        Words british = HOUSE.words(Locale.UK, Audience.INSIDE);
        Words german = HOUSE.words(Locale.GERMANY, Audience.INSIDE);
        assertThat(british.number(-1234567)).isEqualTo("-1,234,567");
        assertThat(british.number(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
        assertThat(german.number(1234567.891)).isEqualTo("1.234.567,89");
        assertThat(german.number(new BigDecimal("-0.50"))).isEqualTo("-0,50");
        assertThat(british.number(Double.NaN)).isEqualTo("–");
        assertThat(british.date(LocalDate.of(2026, 11, 3))).isEqualTo("3 Nov 2026");
        assertThat(HOUSE.words(Locale.US, Audience.INSIDE).date(LocalDate.of(2026, 11, 3))).isEqualTo("Nov 3, 2026");
        assertThat(german.date(LocalDate.of(2026, 11, 3))).isEqualTo("03.11.2026");
        assertThat(german.exact(NOW)).isEqualTo("Sonntag, 22. November 2026, 13:00 Uhr MEZ");
        assertThat(british.in(ZoneId.of("Pacific/Auckland")).time(NOW)).isEqualTo("01:00");
    }

    @Test
    void a_duration_says_its_largest_unit() {
        Words words = HOUSE.words(Locale.ENGLISH, Audience.INSIDE);
        assertThat(words.duration(Duration.ofMinutes(-9))).isEqualTo("−9 min");
        assertThat(words.duration(Duration.ofDays(3))).isEqualTo("3 d");
    }
}
