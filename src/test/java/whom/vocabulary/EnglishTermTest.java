package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whom.vocabulary.grammar.BadTerm;
import whom.vocabulary.grammar.Term;

class EnglishTermTest {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            a user | an adviser, advisers | an adviser
            a user | a user, users | a user
            users | a governing body, governing bodies | governing bodies
            the users | a client, clients | the clients
            this user | a client, clients | this client
            these users | a client, clients | these clients
            no user | a client, clients | no client
            each user | a client, clients | each client
            all users | a client, clients | all clients
            your ticket | a case, cases | your case
            the user's | a client, clients | the client’s
            the users' | a client, clients | the clients’
            """)
    void a_placeholder_reads_like_the_sentence_around_it(String placeholder, String term, String form) {
        Placeholder parsed = Placeholder.parse(placeholder);
        assertThat(Term.english(term).form(parsed.form(), null)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "client, clients", "a client", "a , clients", "a client, clients, clientele", ""})
    void a_term_needs_its_article_and_its_plural(String written) {
        assertThatThrownBy(() -> Term.english(written)).isInstanceOf(BadTerm.class).hasMessageContaining("a client, clients");
    }
}
