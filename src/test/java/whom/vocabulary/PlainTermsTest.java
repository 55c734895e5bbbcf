package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** V4: no text of a page, mail or error says by itself what the vocabulary is there to say. */
class PlainTermsTest {

    /** Where such a word means something else: language, key, word, why. What is quoted as it is ({@code {"request"}}) needs no exception. */
    private static final List<Exception> EXCEPTIONS = List.of(
            new Exception("en people.kind.team", "team", "a kind of unit, beside department and division; not those who help"),
            new Exception("de people.kind.team", "team", "a kind of unit, beside department and division; not those who help"),
            new Exception("de demo.left.about", "sekunden", "seconds"));

    private static final Map<Language, PlainTerms> TERMS = Map.of(Language.EN, PlainTerms.of(Language.EN), Language.DE, PlainTerms.of(Language.DE));

    private record Exception(String text, String word, String why) {}

    @Test
    void no_text_says_a_term_by_itself() throws IOException {
        List<String> wrong = new ArrayList<>();
        texts().forEach((where, text) -> said(where, text).stream().filter(word -> !excepted(where, word))
                .forEach(word -> wrong.add(where + " says \"" + word + "\": write a placeholder such as {user} (docs/vocabulary.md)")));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_exception_is_still_needed() throws IOException {
        Map<String, String> texts = texts();
        assertThat(EXCEPTIONS).allSatisfy(e -> assertThat(said(e.text(), texts.getOrDefault(e.text(), ""))).as(e.why()).contains(e.word()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', textBlock = """
            en ; Nobody is in this team.                             ; team
            en ; Teams                                               ; teams
            en ; the whole desk                                      ; desk
            en ; Open to the Service Desk’s people                   ; service desk's
            en ; a desk-wide service                                 ; desk
            en ; {0|one ticket|{0} tickets} of {the user}            ; ticket, tickets
            en ; A senior customer pays                              ; senior customer
            en ; Our client or customer, an end-user                 ; client or customer, end user
            en ; What the payer and a colleague see                  ; colleague, payer
            en ; {"incident, request or complaint"}, {the team}      ;
            en ; https://desk.example.org/tickets, help@desk.example ;
            de ; Name des Teams, {die users}                         ; teams
            de ; die Ticketnummer und das Netzteam                   ; netzteam, ticketnummer
            de ; am Servicedesk, im Desk                             ; desk, servicedesk
            de ; den leitenden Kunden                                ; den leitenden kunden
            de ; Kund:innen und Klientinnen                          ; klientinnen, kund:innen
            de ; Störungen, Beschwerden, Anliegen                    ; anliegen, beschwerden, störungen
            de ; {Ein ticket} wartet auf {den user}                  ;
            """)
    void it_finds(String language, String text, String words) {
        assertThat(String.join(", ", said(language + " x", text))).isEqualTo(words == null ? "" : words);
    }

    private static boolean excepted(String where, String word) {
        return EXCEPTIONS.stream().anyMatch(e -> e.text().equals(where) && e.word().equals(word));
    }

    /** What pages say and what mails say as delivered: language and key, then the text. */
    private static Map<String, String> texts() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Language language : Language.values()) {
            Resources.all("words/*." + language.tag() + ".properties").values().forEach(file -> file.forEach((key, text) -> all.put(language.tag() + " " + key, text)));
        }
        try (Stream<Path> letters = Files.list(Path.of("src/main/resources/letters"))) {
            for (Path letter : letters.toList()) {
                String name = letter.getFileName().toString();
                all.put((name.endsWith(".de.txt") ? "de " : "en ") + name, Files.readString(letter));
            }
        }
        all.keySet().removeIf(where -> where.contains(" styleguide."));
        return all;
    }

    private static List<String> said(String where, String text) {
        return TERMS.get(where.startsWith("de ") ? Language.DE : Language.EN).in(text);
    }
}
