package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceholderCheckTest {

    private static final Words ENGLISH = Vocabularies.shipped().words(Locale.ENGLISH, Audience.INSIDE);
    private static final Words GERMAN = Vocabularies.shipped().words(Locale.GERMAN, Audience.INSIDE);

    @Test
    void what_is_known_may_be_saved() {
        assertThat(PlaceholderCheck.check("Dear {name}, {Ihr ticket} {ticket.number} …", Set.of("name", "ticket.number"))).isEmpty();
    }

    @Test
    void an_unknown_placeholder_is_named_with_the_right_one() {
        assertThat(PlaceholderCheck.explain("Dear {usr},", Set.of(), ENGLISH)).containsExactly("{usr} is no placeholder here. Did you mean {user}?");
        assertThat(PlaceholderCheck.explain("{ticket.nummer}", Set.of("ticket.number"), GERMAN))
                .containsExactly("{ticket.nummer} ist hier kein Platzhalter. Meinten Sie {ticket.number}?");
        assertThat(PlaceholderCheck.explain("{zzzzzzzz}", Set.of(), ENGLISH)).containsExactly("{zzzzzzzz} is no placeholder here.");
    }

    @Test
    void numbers_are_for_our_own_texts_only() {
        assertThat(PlaceholderCheck.check("Hello {0}", Set.of())).hasSize(1);
    }

    @Test
    void braces_that_do_not_match_are_told_with_their_place() {
        assertThat(PlaceholderCheck.explain("Hello {user", Set.of(), ENGLISH).getFirst()).contains("7");
    }
}
