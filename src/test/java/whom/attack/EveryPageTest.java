package whom.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.vocabulary.Audience;
import whom.vocabulary.Fact;
import whom.vocabulary.Language;
import whom.vocabulary.PlainTerms;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Vocabulary;

/**
 * Every page, from the route table, for each kind of person, in a house that speaks precisely and in one whose every word has a mark
 * in it: what differs is the marks and nothing else (V3), and what has none is not one of our words but somebody's data (V4). Every link
 * on it opens, and every form goes somewhere.
 */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final String MARK = "zqz";
    /** Served, agent of the desk, on the ticket, administrator, seal keeper, data protection officer, sorter; nobody. */
    private static final List<Long> PEOPLE = List.of(World.ANN, World.EVE, World.FAY, World.HAL, World.IDA, World.JON, World.LEO, 0L);
    /** Which vocabulary is spoken is what these show, so more than its words differs. */
    private static final Set<String> CHOICES = Set.of("/vocabulary", "/mail/texts/{key}", "/mail/texts/{key}/preview");
    /** These name the facts themselves, beside their words or for programs. */
    private static final Set<String> CANONICAL = Set.of("/glossary", "/docs/api", "/docs/api/{area}");
    /** What the world of the tests calls its own, and the kind of unit that is called a team. */
    private static final Pattern DATA = Pattern.compile("Service desk");
    private static final Map<String, String> OTHERWISE = Map.of("/units", "team", "/units/{key}", "team");
    /** Never twice the same: what a form carries against forgery, against being sent twice, and since when it was shown. */
    private static final Pattern CHANCE = Pattern.compile("name=\"_(?:csrf|once|shown)\" value=\"[^\"]*\"");

    private record Page(long person, String pattern, String path) {}

    private final Vocabularies vocabularies;
    private final List<Routes.Route> table, routes;
    private final Scenery scenery;
    private final Map<Long, Visit> visits = new LinkedHashMap<>();
    private final Map<Page, String> precise = new LinkedHashMap<>(), marked = new LinkedHashMap<>();
    private String key = "";

    EveryPageTest(RunningWhom whom, TestDatabase database, Vocabularies vocabularies) {
        World world = World.in(database);
        this.vocabularies = vocabularies;
        this.table = Routes.of(whom.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
        this.routes = table.stream()
                .filter(route -> route.method().equals("GET") && !route.pattern().startsWith("/api/") && !CHOICES.contains(route.pattern())).toList();
        this.scenery = Scenery.in(world);
        PEOPLE.forEach(person -> visits.put(person, person == 0 ? Visit.byStranger(whom) : Visit.by(world, whom, person)));
    }

    /** A page that differs is asked for again, since its first look may have gone on record, or a minute may have gone by. */
    @BeforeAll
    void ask() {
        begin();
        List<Page> pages = PEOPLE.stream().flatMap(person -> routes.stream().flatMap(route -> paths(route).stream().map(path -> new Page(person, route.pattern(), path)))).toList();
        for (int tries = 0; tries < 3 && !pages.isEmpty(); tries++) {
            speak("precise");
            pages.forEach(page -> precise.put(page, text(page)));
            speak(key);
            pages.forEach(page -> marked.put(page, text(page)));
            pages = pages.stream().filter(this::differs).toList();
        }
    }

    /** The application is shared: others expect it to speak as it comes. */
    @AfterAll
    void as_it_came() {
        speak("precise");
        visits.values().forEach(Visit::close);
    }

    @Test
    void another_vocabulary_changes_its_words_and_nothing_else() {
        assertThat(marked.keySet().stream().filter(this::differs).map(page -> page + from(precise.get(page), marked.get(page).replace(MARK, "")))).isEmpty();
        assertThat(marked.values().stream().filter(text -> text.contains(MARK))).as("there is something to see").hasSizeGreaterThan(300);
    }

    @Test
    void no_page_says_a_term_that_is_not_from_the_vocabulary() {
        PlainTerms terms = PlainTerms.of(Language.EN);
        Set<String> wrong = new TreeSet<>();
        marked.forEach((page, text) -> terms.in(visible(text)).stream().filter(word -> !CANONICAL.contains(page.pattern()) && !word.equals(OTHERWISE.get(page.pattern())))
                .forEach(word -> wrong.add(page.pattern() + " says \"" + word + "\" (docs/vocabulary.md), at " + page.path())));
        assertThat(wrong).isEmpty();
    }

    /** As P8 has it for addresses: a link that is shut says that there is something behind it. */
    @Test
    void nobody_is_led_to_what_is_shut_to_them() {
        Map<String, String> shut = new TreeMap<>();
        Set<String> followed = new HashSet<>();
        precise.forEach((page, text) -> Jsoup.parse(text).select("a[href^=/], [hx-get^=/]").stream().map(link -> link.hasAttr("href") ? link.attr("href") : link.attr("hx-get")).forEach(link -> {
            if (followed.add(page.person() + link) && visits.get(page.person()).get(link.replaceAll("#.*", "")).status() >= 400) {
                shut.put(page.person() + " at " + page.path(), link);
            }
        }));
        assertThat(followed).hasSizeGreaterThan(500);
        assertThat(shut).isEmpty();
    }

    /** By the method that its {@code _method} names, where it has one. */
    @Test
    void every_form_goes_somewhere() {
        Set<String> lost = new TreeSet<>();
        Set<String> sent = new TreeSet<>();
        precise.forEach((page, text) -> Jsoup.parse(text).select("form").forEach(form -> {
            String method = form.select("input[name=_method]").stream().map(hidden -> hidden.val()).findFirst().orElse(form.attr("method"));
            Stream<String> ways = form.select("[formaction]").stream().map(button -> (button.hasAttr("formmethod") ? button.attr("formmethod") : method) + " " + button.attr("formaction"));
            Stream.concat(Stream.of(method + " " + (form.hasAttr("action") ? form.attr("action") : page.path())), ways).forEach(way -> {
                String address = way.startsWith(" ") ? "GET" + way : way.substring(0, way.indexOf(' ')).toUpperCase(Locale.ROOT) + way.substring(way.indexOf(' '));
                sent.add(address);
                if (table.stream().noneMatch(route -> route.takes(address.replaceAll("\\?.*", "")))) {
                    lost.add(address + " at " + page.pattern());
                }
            });
        }));
        assertThat(sent).hasSizeGreaterThan(50);
        assertThat(lost).isEmpty();
    }

    private boolean differs(Page page) {
        return !marked.get(page).replace(MARK, "").equals(precise.get(page));
    }

    private String text(Page page) {
        var answer = visits.get(page.person()).get(page.path());
        return answer.header("Content-Type").startsWith("text/html") ? CHANCE.matcher(answer.body()).replaceAll("") : "";
    }

    private Set<String> paths(Routes.Route route) {
        Map<String, String> first = new LinkedHashMap<>();
        route.variables().forEach(name -> first.put(name, AttackTest.SAMPLES.getOrDefault(name, List.of("missing")).getFirst()));
        Set<String> paths = new LinkedHashSet<>(List.of(route.path(first)));
        route.variables().forEach(name -> AttackTest.SAMPLES.getOrDefault(name, List.of()).forEach(value -> paths.add(with(route, first, Map.of(name, value)))));
        scenery.planted().stream().filter(planted -> planted.isAtHome(route)).forEach(planted -> paths.add(with(route, first, planted.values())));
        return paths;
    }

    private static String with(Routes.Route route, Map<String, String> first, Map<String, String> instead) {
        Map<String, String> values = new LinkedHashMap<>(first);
        values.putAll(instead);
        return route.path(values);
    }

    /** A vocabulary of the house with the precise words and a mark in each, before what makes several of one. */
    private void begin() {
        Vocabulary base = vocabularies.named("precise").orElseThrow();
        Visit hal = visits.get(World.HAL);
        hal.get("/vocabulary");
        String page = hal.post("/vocabularies", "from", "precise", "en", base.name(Locale.ENGLISH) + MARK).location();
        key = page.substring(page.lastIndexOf('/') + 1);
        int edition = 1;
        for (Audience audience : Audience.values()) {
            List<String> form = new ArrayList<>(List.of("edition", String.valueOf(edition++)));
            for (Fact fact : Fact.values()) {
                form.addAll(List.of(fact.key(), base.written(audience, Language.EN, fact).replace(",", MARK + ",").replaceAll("s$", MARK + "s")));
            }
            assertThat(hal.post(page + "/terms?audience=" + audience.key() + "&language=en", form.toArray(String[]::new)).status()).isEqualTo(302);
        }
    }

    private void speak(String vocabulary) {
        Visit hal = visits.get(World.HAL);
        hal.get("/vocabulary");
        for (Audience audience : Audience.values()) {
            assertThat(hal.post("/vocabulary", "audience", audience.key(), "vocabulary", vocabulary).status()).isEqualTo(302);
        }
    }

    /** What is seen and what is read aloud. */
    private static String visible(String page) {
        String shown = page.replaceAll("(?s)<head>.*?</head>|<script.*?</script>|<textarea.*?</textarea>", " ");
        StringBuilder text = new StringBuilder(shown.replaceAll("<[^>]*>", " · "));
        Pattern.compile(" (?:title|aria-label|placeholder|alt)=\"([^\"]*)\"").matcher(shown).results().forEach(found -> text.append(" · ").append(found.group(1)));
        return DATA.matcher(text.toString().replace("&#39;", "'").replaceAll("&\\w+;", " ")).replaceAll(" ");
    }

    /** Where it begins to differ. */
    private static String from(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return "\n  precise: …" + one.substring(Math.max(0, at - 80), Math.min(one.length(), at + 120)) + "\n  marked:  …" + other.substring(Math.max(0, at - 80), Math.min(other.length(), at + 120));
    }
}
