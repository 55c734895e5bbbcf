package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermCheckTest {

    private static final TermCheck CLIENTS = Vocabularies.shipped("client-service").check(Language.EN, Audience.OUTSIDE);

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            client-service | Tell every end user. | Tell every client.
            client-service | An end-user called; the end users wait. | A client called; the clients wait.
            client-service | The user’s laptop, the users' laptops | The client’s laptop, the clients' laptops
            client-service | A user called about a ticket | A client called about a case
            client-service | The customer pays for the client | The customer pays for the client
            client-service | Ask the helpdesk | Ask the client desk
            partners | Dear client, a customer of ours | Dear partner, a partner of ours
            customers | A user or an end user | A customer or a customer
            customers | The senior customer decides | The senior customer decides
            clients-and-consumers | Users want it to work | Consumers want it to work
            itil4 | The requester is the user | The user is the user
            """)
    void english_words_that_are_not_ours_are_found_with_ours(String house, String written, String right) {
        assertThat(mended(Vocabularies.shipped(house).check(Language.EN, Audience.OUTSIDE), written)).isEqualTo(right);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            client-service | Bitte fragen Sie den Endanwender. | Bitte fragen Sie die Klientin oder den Klienten.
            client-service | Mit einem Benutzer gesprochen | Mit einer Klientin oder einem Klienten gesprochen
            client-service | Alle Benutzerinnen und Benutzer warten | Alle Klientinnen und Klienten warten
            client-service | Die Benutzerin wartet | Die Klientin wartet
            client-service | Die Benutzer*innen warten | Die Klientinnen und Klienten warten
            client-service | Kundinnen und Kunden zahlen für Klienten | Kundinnen und Kunden zahlen für Klienten
            client-service | Ihr Ticket ist in Arbeit | Ihr Anliegen ist in Arbeit
            customers | des Anwenders | der Kundin oder des Kunden
            """)
    void german_words_are_replaced_in_their_case_with_their_article(String house, String written, String right) {
        assertThat(mended(Vocabularies.shipped(house).check(Language.DE, Audience.OUTSIDE), written)).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"your user account", "the VPN client crashes", "user@whom.example", "https://whom.example/users", "`user`", "{user} and {the users}",
        "> the user wrote\n", "C:\\users\\ann", "whom.users.example", "user-friendly", "USERS_TABLE=1"})
    void what_means_something_else_is_left_alone(String written) {
        assertThat(CLIENTS.check(written)).isEmpty();
        assertThat(Vocabularies.shipped("customers").check(Language.EN, Audience.OUTSIDE).check(written)).isEmpty();
    }

    @Test
    void inside_a_word_of_the_market_is_hinted_at() {
        TermCheck inside = Vocabularies.shipped("customers").check(Language.EN, Audience.INSIDE);
        Finding finding = inside.check("The customer waits").getFirst();
        assertThat(finding.hint()).isTrue();
        assertThat(finding.better()).startsWith("user").doesNotContain("customer");
        assertThat(inside.check("The paying customer, the user and a broker")).isEmpty();
    }

    @Test
    void inside_a_word_that_means_the_same_outside_is_none() {
        assertThat(Vocabularies.shipped("precise").check(Language.EN, Audience.INSIDE).check("The user, the customer and the paying customer")).isEmpty();
    }

    @Test
    void no_house_finds_fault_with_its_own_words() {
        for (Vocabulary vocabulary : ShippedVocabularies.load().values()) {
            for (Language language : Language.values()) {
                TermCheck check = Vocabularies.shipped(vocabulary.key()).check(language, Audience.OUTSIDE);
                Words words = Vocabularies.shipped(vocabulary.key()).words(language.locale(), Audience.OUTSIDE);
                for (Fact fact : Fact.values()) {
                    assertThat(check.check(words.several(fact))).as(vocabulary.key() + " " + fact).isEmpty();
                    assertThat(check.check(words.fill("{the " + fact.placeholder() + "}", Map.of()))).as(vocabulary.key() + " " + fact).isEmpty();
                }
            }
        }
    }

    @Property(tries = 1000)
    void any_text_is_checked_within_its_bounds(@ForAll("texts") String text) {
        int before = 0;
        for (Finding finding : CLIENTS.check(text)) {
            assertThat(finding.start()).isGreaterThanOrEqualTo(before);
            assertThat(finding.better()).isNotEmpty();
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo(finding.found());
            before = finding.end();
        }
    }

    @Test
    void a_long_text_costs_one_pass() {
        assertThat(CLIENTS.check("the end user ".repeat(20_000))).hasSize(200);
        assertThat(CLIENTS.check("{".repeat(200_000))).isEmpty();
        assertThat(CLIENTS.check("a".repeat(200_000))).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("user", "users", "end", "-", " ", "the ", "a ", "{", "}", "`", ">", "\n", "’s", "@", ".", "/", ":", "ß", "😀", "customer", "İ")
                .list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    private static String mended(TermCheck check, String written) {
        StringBuilder text = new StringBuilder(written);
        List<Finding> findings = check.check(written);
        for (int i = findings.size() - 1; i >= 0; i--) {
            text.replace(findings.get(i).start(), findings.get(i).end(), findings.get(i).better().getFirst());
        }
        return text.toString();
    }
}
