package whom.vocabulary.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.Visit.Answer;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.vocabulary.Audience;
import whom.vocabulary.Fact;
import whom.vocabulary.Vocabularies;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HousePagesTest {

    private static final Pattern EDITION = Pattern.compile("name=\"edition\" value=\"(\\d+)\"");

    private final RunningWhom whom;
    private final World world;
    private final Vocabularies vocabularies;
    private final Houses houses;

    HousePagesTest(RunningWhom whom, TestDatabase database, Vocabularies vocabularies, Houses houses) {
        this.whom = whom;
        this.world = World.in(database);
        this.vocabularies = vocabularies;
        this.houses = houses;
        houses.refresh();
    }

    /** The application is shared: others expect it to speak as it comes. */
    @AfterEach
    void speak_as_it_comes() {
        choose("audience", "outside", "vocabulary", "precise");
        choose("audience", "outside", "language", "de", "vocabulary", "");
        choose("audience", "inside", "vocabulary", "precise");
    }

    @Test
    void what_is_chosen_outside_is_said_outside_at_once_and_precise_words_stay_inside() {
        assertThat(choose("audience", "outside", "vocabulary", "client-service").status()).isEqualTo(302);
        assertThat(outside(Locale.ENGLISH)).isEqualTo("clients");
        assertThat(outside(Locale.GERMAN)).isEqualTo("Klientinnen und Klienten");
        assertThat(vocabularies.words(Locale.ENGLISH, Audience.INSIDE).several(Fact.USER)).isEqualTo("users");
    }

    @Test
    void a_language_may_have_words_of_its_own() {
        choose("audience", "outside", "language", "de", "vocabulary", "partners");
        assertThat(outside(Locale.GERMAN)).isEqualTo("Partnerinnen und Partner");
        assertThat(outside(Locale.ENGLISH)).isEqualTo("users");
    }

    @Test
    void inside_takes_no_vocabulary_in_which_facts_share_a_word() {
        var answer = choose("audience", "inside", "vocabulary", "partners");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("each fact needs a word of its own");
        assertThat(choose("audience", "inside", "vocabulary", "itil4").status()).isEqualTo(302);
    }

    @Test
    void an_own_vocabulary_begins_with_anothers_words_and_is_then_changed() {
        String page = begun("Our guests", "partners");
        assertThat(get(World.HAL, page).body()).contains("a colleague, colleagues");
        String terms = page + "/terms?audience=outside&language=en";
        var saved = post(World.HAL, page + "?audience=outside&language=en", terms, "user", "a guest, guests", "edition", edition(page));
        assertThat(saved.status()).isEqualTo(302);
        assertThat(get(World.HAL, page + "?audience=outside&language=en").body()).contains("a guest, guests").contains("Your ticket has reached");
        choose("audience", "outside", "vocabulary", page.substring("/vocabularies/".length()));
        assertThat(outside(Locale.ENGLISH)).isEqualTo("guests");
        assertThat(world.knows("select count(*) from log.event where verb = 'vocabulary.changed' and account_id = 108")).isNotEqualTo("0");
    }

    @Test
    void a_preview_shows_what_is_typed_and_stores_nothing() {
        String page = begun("Preview", "precise");
        var answer = post(World.HAL, page, page + "/preview?audience=outside&language=en", "user", "a visitor, visitors", "team", "nonsense");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Only the visitor").contains("Not readable yet: team");
        assertThat(get(World.HAL, page + "?language=en").body()).doesNotContain("visitor");
    }

    @Test
    void a_term_that_no_dictionary_would_write_comes_back_with_how_to_write_it() {
        String page = begun("Wrong", "precise");
        var answer = post(World.HAL, page, page + "/terms?audience=outside&language=de", "user", "Gast", "edition", edition(page));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("der Fall, des Falls, die Fälle").contains("Gast");
    }

    @Test
    void inside_a_word_cannot_be_given_to_two_facts() {
        String page = begun("Shared", "precise");
        var answer = post(World.HAL, page, page + "/terms?audience=inside&language=en", "sponsor", "a user, users", "edition", edition(page));
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void who_was_slower_does_not_overwrite() {
        String page = begun("Raced", "precise");
        String[] form = {"user", "a guest, guests", "edition", edition(page)};
        assertThat(post(World.HAL, page, page + "/terms?audience=outside&language=en", form).status()).isEqualTo(302);
        assertThat(post(World.HAL, page, page + "/terms?audience=outside&language=en", form).status()).isEqualTo(409);
    }

    @Test
    void what_is_spoken_cannot_be_put_away_and_what_was_put_away_comes_back() {
        String page = begun("Away", "precise");
        String key = page.substring("/vocabularies/".length());
        choose("audience", "outside", "vocabulary", key);
        assertThat(post(World.HAL, page, page + "/retirement").status()).isEqualTo(422);
        choose("audience", "outside", "vocabulary", "precise");
        assertThat(post(World.HAL, page, page + "/retirement").status()).isEqualTo(302);
        assertThat(get(World.HAL, page).status()).isEqualTo(404);
        assertThat(post(World.HAL, "/vocabulary", page + "/return").status()).isEqualTo(302);
        assertThat(get(World.HAL, page).status()).isEqualTo(200);
    }

    @Test
    void only_administrators_change_words() {
        assertThat(get(World.FAY, "/vocabulary").status()).isEqualTo(403);
        assertThat(post(World.FAY, "/account", "/vocabulary", "audience", "outside", "vocabulary", "partners").status()).isEqualTo(403);
        assertThat(post(World.FAY, "/account", "/vocabularies", "from", "precise", "en", "Mine").status()).isEqualTo(403);
        assertThat(outside(Locale.ENGLISH)).isEqualTo("users");
        assertThat(world.sees(World.FAY, "update vocabulary.edition set number = number + 1 returning number")).isEmpty();
    }

    @Test
    void the_glossary_shows_each_fact_with_its_words_to_those_who_work_here() {
        choose("audience", "outside", "vocabulary", "partners");
        assertThat(get(World.FAY, "/glossary").body()).contains("paying customer").contains("zahlender Kunde").contains("(for several facts)").contains("holding the budget");
        assertThat(get(World.ANN, "/glossary").status()).isEqualTo(404);
    }

    @Test
    void another_node_hears_of_a_change() {
        choose("audience", "outside", "vocabulary", "customers");
        world.makes("update vocabulary.spoken set vocabulary_key = 'itil4' where audience = 'outside' and until = 'infinity'");
        world.makes("update vocabulary.edition set number = number + 1");
        houses.refresh();
        assertThat(vocabularies.house().outside().key()).isEqualTo("itil4");
    }

    @Test
    void a_unit_and_those_below_it_may_have_words_of_their_own() {
        String[] harbour = {"unit", "harbour", "vocabulary", "partners"};
        assertThat(post(World.HAL, "/vocabulary", "/vocabulary/units", harbour).location()).isEqualTo("/vocabulary");
        assertThat(heardBy(World.ANN)).as("of Finance, which is Harbour's").isEqualTo("partners");
        assertThat(heardBy(World.KIM)).as("of Brook").isEqualTo("users");
        assertThat(get(World.HAL, "/vocabulary").body()).contains("Harbour: Partners");
        post(World.HAL, "/vocabulary", "/vocabulary/units", "unit", "harbour", "vocabulary", "");
        assertThat(heardBy(World.ANN)).isEqualTo("users");
        assertThat(post(World.HAL, "/vocabulary", "/vocabulary/units", "unit", "nowhere", "vocabulary", "partners").status()).isEqualTo(422);
    }

    @Test
    void whose_units_they_are_nobody_else_is_told() {
        assertThat(world.asks(World.ANN, "select people.units_above(?)::text", World.ANN)).isEqualTo("{2,1}");
        assertThat(world.asks(World.FAY, "select people.units_above(?)::text", World.ANN)).isEqualTo("{}");
    }

    @Test
    void what_people_here_write_is_read_along_and_what_others_write_is_not() {
        choose("audience", "outside", "vocabulary", "client-service");
        assertThat(post(World.FAY, "/account", "/term-check?language=en", "text", "Tell the\r\nend user").body()).contains("data-start=\"9\"", "data-better=\"client\"");
        assertThat(post(World.FAY, "/account", "/term-check?language=en", "text", "Tell the client", "kind", "main").body()).doesNotContain("data-better");
        assertThat(post(World.FAY, "/account", "/term-check?language=en", "text", "Tell the client", "kind", "notes").body()).contains("data-better=\"user\"");
        assertThat(post(World.ANN, "/account", "/term-check?language=en", "text", "Tell the end user").status()).isEqualTo(404);
    }

    private String heardBy(long person) {
        return World.acting(person, () -> vocabularies.words(Locale.ENGLISH, Audience.OUTSIDE, person).several(Fact.USER));
    }

    private String outside(Locale locale) {
        return vocabularies.words(locale, Audience.OUTSIDE).several(Fact.USER);
    }

    private Answer choose(String... form) {
        try (Visit hal = Visit.by(world, whom, World.HAL)) {
            hal.get("/vocabulary");
            return hal.post("/vocabulary", form);
        }
    }

    /** The address of a new vocabulary with the words of {@code from}. */
    private String begun(String name, String from) {
        return post(World.HAL, "/vocabulary", "/vocabularies", "from", from, "en", name).location();
    }

    private String edition(String page) {
        Matcher edition = EDITION.matcher(get(World.HAL, page).body());
        assertThat(edition.find()).isTrue();
        return edition.group(1);
    }

    private Answer get(long person, String path) {
        try (Visit visit = Visit.by(world, whom, person)) {
            return visit.get(path);
        }
    }

    private Answer post(long person, String page, String path, String... form) {
        try (Visit visit = Visit.by(world, whom, person)) {
            visit.get(page);
            return visit.post(path, form);
        }
    }
}
