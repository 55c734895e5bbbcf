package whom.vocabulary.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.Sessions;
import whom.database.TestDatabase;
import whom.vocabulary.Audience;
import whom.vocabulary.Fact;
import whom.vocabulary.Vocabularies;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HousePagesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern EDITION = Pattern.compile("name=\"edition\" value=\"(\\d+)\"");

    private final RunningWhom whom;
    private final World world;
    private final Sessions sessions;
    private final Vocabularies vocabularies;
    private final Houses houses;
    private final HttpClient client = HttpClient.newHttpClient();

    HousePagesTest(RunningWhom whom, TestDatabase database, Sessions sessions, Vocabularies vocabularies, Houses houses) {
        this.whom = whom;
        this.world = World.in(database);
        this.sessions = sessions;
        this.vocabularies = vocabularies;
        this.houses = houses;
        houses.refresh();
    }

    /** The application is shared: others expect it to speak as it comes. */
    @AfterEach
    void speak_as_it_comes() throws Exception {
        choose(Map.of("audience", "outside", "vocabulary", "precise"));
        choose(Map.of("audience", "outside", "language", "de", "vocabulary", ""));
        choose(Map.of("audience", "inside", "vocabulary", "precise"));
    }

    @Test
    void what_is_chosen_outside_is_said_outside_at_once_and_precise_words_stay_inside() throws Exception {
        assertThat(choose(Map.of("audience", "outside", "vocabulary", "client-service")).statusCode()).isEqualTo(302);
        assertThat(outside(Locale.ENGLISH)).isEqualTo("clients");
        assertThat(outside(Locale.GERMAN)).isEqualTo("Klientinnen und Klienten");
        assertThat(vocabularies.words(Locale.ENGLISH, Audience.INSIDE).several(Fact.USER)).isEqualTo("users");
    }

    @Test
    void a_language_may_have_words_of_its_own() throws Exception {
        choose(Map.of("audience", "outside", "language", "de", "vocabulary", "partners"));
        assertThat(outside(Locale.GERMAN)).isEqualTo("Partnerinnen und Partner");
        assertThat(outside(Locale.ENGLISH)).isEqualTo("users");
    }

    @Test
    void inside_takes_no_vocabulary_in_which_facts_share_a_word() throws Exception {
        var answer = choose(Map.of("audience", "inside", "vocabulary", "partners"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("each fact needs a word of its own");
        assertThat(choose(Map.of("audience", "inside", "vocabulary", "itil4")).statusCode()).isEqualTo(302);
    }

    @Test
    void an_own_vocabulary_begins_with_anothers_words_and_is_then_changed() throws Exception {
        String page = begun("Our guests", "partners");
        assertThat(get(World.HAL, page).body()).contains("a colleague, colleagues");
        String terms = page + "/terms?audience=outside&language=en";
        var saved = post(World.HAL, page + "?audience=outside&language=en", terms, Map.of("user", "a guest, guests", "edition", edition(page)));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(get(World.HAL, page + "?audience=outside&language=en").body()).contains("a guest, guests").contains("Your ticket has reached");
        choose(Map.of("audience", "outside", "vocabulary", page.substring("/vocabularies/".length())));
        assertThat(outside(Locale.ENGLISH)).isEqualTo("guests");
        assertThat(world.knows("select count(*) from log.event where verb = 'vocabulary.changed' and account_id = 108")).isNotEqualTo("0");
    }

    @Test
    void a_preview_shows_what_is_typed_and_stores_nothing() throws Exception {
        String page = begun("Preview", "precise");
        var answer = post(World.HAL, page, page + "/preview?audience=outside&language=en", Map.of("user", "a visitor, visitors", "team", "nonsense"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Only the visitor").contains("Not readable yet: team");
        assertThat(get(World.HAL, page + "?language=en").body()).doesNotContain("visitor");
    }

    @Test
    void a_term_that_no_dictionary_would_write_comes_back_with_how_to_write_it() throws Exception {
        String page = begun("Wrong", "precise");
        var answer = post(World.HAL, page, page + "/terms?audience=outside&language=de", Map.of("user", "Gast", "edition", edition(page)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("der Fall, des Falls, die Fälle").contains("Gast");
    }

    @Test
    void inside_a_word_cannot_be_given_to_two_facts() throws Exception {
        String page = begun("Shared", "precise");
        var answer = post(World.HAL, page, page + "/terms?audience=inside&language=en", Map.of("sponsor", "a user, users", "edition", edition(page)));
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void who_was_slower_does_not_overwrite() throws Exception {
        String page = begun("Raced", "precise");
        Map<String, String> form = Map.of("user", "a guest, guests", "edition", edition(page));
        assertThat(post(World.HAL, page, page + "/terms?audience=outside&language=en", form).statusCode()).isEqualTo(302);
        assertThat(post(World.HAL, page, page + "/terms?audience=outside&language=en", form).statusCode()).isEqualTo(409);
    }

    @Test
    void what_is_spoken_cannot_be_put_away_and_what_was_put_away_comes_back() throws Exception {
        String page = begun("Away", "precise");
        String key = page.substring("/vocabularies/".length());
        choose(Map.of("audience", "outside", "vocabulary", key));
        assertThat(post(World.HAL, page, page + "/retirement", Map.of()).statusCode()).isEqualTo(422);
        choose(Map.of("audience", "outside", "vocabulary", "precise"));
        assertThat(post(World.HAL, page, page + "/retirement", Map.of()).statusCode()).isEqualTo(302);
        assertThat(get(World.HAL, page).statusCode()).isEqualTo(404);
        assertThat(post(World.HAL, "/vocabulary", page + "/return", Map.of()).statusCode()).isEqualTo(302);
        assertThat(get(World.HAL, page).statusCode()).isEqualTo(200);
    }

    @Test
    void only_administrators_change_words() throws Exception {
        assertThat(get(World.FAY, "/vocabulary").statusCode()).isEqualTo(403);
        assertThat(post(World.FAY, "/account", "/vocabulary", Map.of("audience", "outside", "vocabulary", "partners")).statusCode()).isEqualTo(403);
        assertThat(post(World.FAY, "/account", "/vocabularies", Map.of("from", "precise", "en", "Mine")).statusCode()).isEqualTo(403);
        assertThat(outside(Locale.ENGLISH)).isEqualTo("users");
        assertThat(world.sees(World.FAY, "update vocabulary.edition set number = number + 1 returning number")).isEmpty();
    }

    @Test
    void the_glossary_shows_each_fact_with_its_words_to_those_who_work_here() throws Exception {
        choose(Map.of("audience", "outside", "vocabulary", "partners"));
        assertThat(get(World.FAY, "/glossary").body()).contains("paying customer").contains("zahlender Kunde").contains("(for several facts)").contains("holding the budget");
        assertThat(get(World.ANN, "/glossary").statusCode()).isEqualTo(404);
    }

    @Test
    void another_node_hears_of_a_change() throws Exception {
        choose(Map.of("audience", "outside", "vocabulary", "customers"));
        world.makes("update vocabulary.spoken set vocabulary_key = 'itil4' where audience = 'outside' and until = 'infinity'");
        world.makes("update vocabulary.edition set number = number + 1");
        houses.refresh();
        assertThat(vocabularies.house().outside().key()).isEqualTo("itil4");
    }

    private String outside(Locale locale) {
        return vocabularies.words(locale, Audience.OUTSIDE).several(Fact.USER);
    }

    private HttpResponse<String> choose(Map<String, String> form) throws Exception {
        return post(World.HAL, "/vocabulary", "/vocabulary", form);
    }

    private String begun(String name, String from) throws Exception {
        return URI.create(post(World.HAL, "/vocabulary", "/vocabularies", Map.of("from", from, "en", name)).headers().firstValue("Location").orElseThrow()).getPath();
    }

    private String edition(String page) throws Exception {
        Matcher edition = EDITION.matcher(get(World.HAL, page).body());
        assertThat(edition.find()).isTrue();
        return edition.group(1);
    }

    private HttpResponse<String> get(long person, String path) throws Exception {
        return client.send(request(path, session(person)).build(), BodyHandlers.ofString());
    }

    /** As a browser does: from a page with the form's token. */
    private HttpResponse<String> post(long person, String page, String path, Map<String, String> form) throws Exception {
        String session = session(person);
        HttpResponse<String> asked = client.send(request(page, session).build(), BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(asked.body());
        assertThat(token.find()).as(page + " " + asked.statusCode()).isTrue();
        String cookie = asked.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
        String body = form.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"))
                + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return client.send(request(path, session + "; " + cookie).header("Content-Type", "application/x-www-form-urlencoded").header("Referer", whom.address() + page)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private String session(long person) {
        return "whom=" + sessions.start(person, "test").shown();
    }

    private HttpRequest.Builder request(String path, String cookies) {
        return HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Cookie", cookies).header("Accept-Language", "en");
    }
}
