package whom.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.database.TestDatabase;
import whom.vocabulary.house.Houses;
import whom.web.BrowserTest;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetupTest extends BrowserTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<Map.Entry<String, String>> ANSWERS = List.of(Map.entry("organisation", "organisation=Harbour"), Map.entry("person", "name=Ada Ahrens&address=Ada@Example.org"),
            Map.entry("password", "password=a long enough one"), Map.entry("words", "vocabulary=partners"), Map.entry("team", "team=Service desk&member=yes"), Map.entry("service", "service=E-mail"));

    private final RunningWhom whom;
    private final SetupLink link;
    private final TestDatabase database;
    private final Houses houses;
    private final HttpClient client = HttpClient.newHttpClient();

    SetupTest(RunningWhom whom, SetupLink link, TestDatabase database, Houses houses) {
        this.whom = whom;
        this.link = link;
        this.database = database;
        this.houses = houses;
    }

    @BeforeEach
    void nobody_is_here() {
        database.asOwner().sql("truncate access.account, people.unit, access.link, setup.answer, vocabulary.spoken, people.team cascade").update();
        database.asOwner().sql("insert into access.realm values (0) on conflict do nothing").update();
    }

    /** The application is shared: others expect it to speak as it comes. */
    @AfterEach
    void speak_as_it_comes() {
        database.asOwner().sql("truncate vocabulary.spoken").update();
        database.asOwner().sql("update vocabulary.edition set number = number + 1").update();
        houses.refresh();
    }

    @Test
    void the_link_leads_through_the_questions_to_a_house_with_its_administrator_signed_in() throws Exception {
        String path = path();
        answerAll(path);
        var check = get(path + "/check", "");
        assertThat(check.body()).contains("Harbour", "Ada Ahrens", "E-mail").doesNotContain("a long enough one").doesNotContain("$argon2");
        var done = post(path + "/check", path + "/check", "");
        assertThat(done.statusCode()).isEqualTo(302);
        String session = done.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith("whom=")).findFirst().orElseThrow().split(";")[0];
        assertThat(get("/vocabulary", session).statusCode()).isEqualTo(200);
        assertThat(knows("select string_agg(role, ' ' order by role) from access.role_grant")).isEqualTo("administrator keeper_of_facts");
        assertThat(knows("select u.key || ' ' || r.id::text from access.realm r join people.unit u on u.id = r.id")).startsWith("harbour ");
        assertThat(knows("select vocabulary_key from vocabulary.spoken where audience = 'outside' and until = 'infinity'")).isEqualTo("partners");
        assertThat(knows("select s.key || ' ' || t.key || ' ' || t.desk from services.service s join people.team t on t.id = s.team_id")).isEqualTo("e-mail service-desk true");
        assertThat(knows("select count(*)::text from people.team_member")).isEqualTo("1");
        assertThat(knows("select verb from log.event")).isEqualTo("house.set_up");
        assertThat(knows("select count(*)::text from setup.answer")).isEqualTo("0");
    }

    @Test
    void the_administrator_signs_in_with_what_was_chosen() throws Exception {
        String path = path();
        answerAll(path);
        post(path + "/check", path + "/check", "");
        assertThat(post("/sign-in", "/sign-in", "address=ada@example.org&password=" + encoded("a long enough one")).statusCode()).isEqualTo(302);
    }

    @Test
    void a_set_up_that_was_left_goes_on_where_it_was() throws Exception {
        String path = path();
        assertThat(location(get(path, ""))).isEqualTo(path + "/organisation");
        post(path + "/organisation", path + "/organisation", "organisation=Harbour");
        assertThat(location(get(path, ""))).isEqualTo(path + "/person");
        assertThat(get(path + "/organisation", "").body()).contains("value=\"Harbour\"");
    }

    @Test
    void a_start_makes_a_new_link_and_the_last_one_void_and_keeps_the_answers() throws Exception {
        String first = path();
        post(first + "/organisation", first + "/organisation", "organisation=Harbour");
        String second = path();
        assertThat(get(first, "").statusCode()).isEqualTo(404);
        assertThat(location(get(second, ""))).isEqualTo(second + "/person");
    }

    @Test
    void once_set_up_no_link_is_made_and_none_works() throws Exception {
        String path = path();
        answerAll(path);
        post(path + "/check", path + "/check", "");
        assertThat(link.lines(URI.create("http://localhost:1/"))).isEmpty();
        assertThat(get(path + "/check", "").statusCode()).isEqualTo(404);
        assertThat(get(path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_link_from_before_makes_no_second_administrator() throws Exception {
        String path = path();
        answerAll(path);
        database.asOwner().sql("insert into access.account (key) values ('somebody')").update();
        assertThat(get(path + "/check", "").statusCode()).isEqualTo(404);
        String asked = "select (setup.finish(hash, 'a', 'b', 'c', 'd', 'en', 'UTC') is null)::text from access.link";
        assertThat(knows(asked)).isEqualTo("true");
        assertThat(knows("select count(*)::text from access.role_grant")).isEqualTo("0");
    }

    @Test
    void a_guessed_link_is_a_page_that_is_not_here() throws Exception {
        path();
        assertThat(get("/set-up/guessed", "").statusCode()).isEqualTo(404);
        assertThat(get("/set-up/guessed/organisation", "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_answer_comes_back_with_why_and_what_was_typed() throws Exception {
        String path = path();
        refused(path, "organisation", "organisation=", "what your organisation is called");
        refused(path, "person", "name=Ada&address=nonsense", "name@example.org");
        refused(path, "password", "password=short", "10 to 200 characters");
        refused(path, "words", "vocabulary=klingon", "Pick one");
        refused(path, "team", "team=Desk", "yes or no");
        refused(path, "service", "service=" + "x".repeat(101), "at most 100");
        assertThat(knows("select count(*)::text from setup.answer")).isEqualTo("0");
        var early = post(path + "/check", path + "/check", "");
        assertThat(early.statusCode()).isEqualTo(422);
    }

    @Test
    void each_vocabulary_is_shown_by_what_it_says() throws Exception {
        assertThat(get(path() + "/words", "").body()).contains("Only the user", "Only the client", "Only the partner");
    }

    @Test
    void the_questions_are_answered_in_a_browser() throws Exception {
        String path = path();
        for (String step : List.of("organisation", "person", "words", "team")) {
            holdsUp(whom.address() + path + "/" + step);
        }
        Page page = page();
        page.navigate(whom.address() + path);
        page.getByLabel("What is your organisation called?").fill("Harbour");
        next(page);
        page.getByLabel("Your name").fill("Ada Ahrens");
        page.getByLabel("E-mail address").fill("ada@example.org");
        next(page);
        page.getByLabel("Choose a password").fill("a long enough one");
        next(page);
        next(page);
        page.getByLabel("Yes").check();
        next(page);
        page.getByLabel("What is your first service called?").fill("E-mail");
        next(page);
        assertThat(page.title()).contains("Is this right?");
        holdsUp(whom.address() + path + "/check");
        page.getByText("Set Whom up").last().click();
        assertThat(page.content()).contains("Ada Ahrens");
        assertThat(page.url()).doesNotContain("set-up");
    }

    private static void next(Page page) {
        page.getByText("Continue").click();
    }

    private void answerAll(String path) throws Exception {
        for (var answer : ANSWERS) {
            String body = List.of(answer.getValue().split("&")).stream().map(p -> p.substring(0, p.indexOf('=') + 1) + encoded(p.substring(p.indexOf('=') + 1))).collect(Collectors.joining("&"));
            assertThat(post(path + "/" + answer.getKey(), path + "/" + answer.getKey(), body).statusCode()).as(answer.getKey()).isEqualTo(302);
        }
    }

    private void refused(String path, String step, String body, String why) throws Exception {
        var answer = post(path + "/" + step, path + "/" + step, body);
        assertThat(answer.statusCode()).as(step).isEqualTo(422);
        assertThat(answer.body()).as(step).contains(why);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As the terminal has it, without the host. */
    private String path() {
        return URI.create(link.lines(URI.create(whom.address() + "/")).getLast().strip()).getPath();
    }

    private String knows(String sql) {
        return String.valueOf(database.asOwner().sql(sql).query((row, n) -> row.getString(1)).list().stream().findFirst().orElse(null));
    }

    private static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private HttpResponse<String> get(String path, String cookies) throws Exception {
        return client.send(request(path, cookies).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String page, String path, String body) throws Exception {
        HttpResponse<String> asked = get(page, "");
        Matcher token = TOKEN.matcher(asked.body());
        assertThat(token.find()).as(page + " " + asked.statusCode()).isTrue();
        String cookie = asked.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
        return client.send(request(path, cookie).header("Content-Type", "application/x-www-form-urlencoded").header("Referer", whom.address() + page)
                .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + encoded(token.group(1)))).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String cookies) {
        return HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Cookie", cookies).header("Accept-Language", "en");
    }
}
