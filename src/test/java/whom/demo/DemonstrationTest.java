package whom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.attack.Routes;
import whom.database.Demonstration;
import whom.database.TestDatabase;

/** What the demonstration holds, and one ticket in front of one person after another, as a visitor meets it. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {

    /** For strangers, by links of mails, questions half asked, bytes, and where nobody is yet: tests of their own look at these. */
    private static final List<String> MET_ELSEWHERE = List.of("/answer/", "/attachments/", "/messages/", "/mail/addresses", "/set-up/", "/sign-in", "/healthz", "/help/{asking}", "/side/", "/demonstration/leaving");
    private static final String SECRET = "I would rather not have that talked about";

    private final RunningWhom real;
    private TestDatabase database;
    private RunningWhom whom;

    DemonstrationTest(RunningWhom real) {
        this.real = real;
    }

    @BeforeAll
    void load() throws Exception {
        database = TestDatabase.forDemonstration();
        whom = RunningWhom.on(database.database());
        fill();
    }

    private void fill() throws Exception {
        try (Connection owner = database.connectAsOwner()) {
            whom.bean(Demonstration.class).fill(owner, said -> {});
        }
    }

    @AfterAll
    void close() {
        whom.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"ada, true", "mona, false", "otto, false", "kim, true", "rosa, false", "alex, false"})
    void the_same_ticket_is_there_for_the_one_served_and_her_team_alone(String person, boolean sees) {
        try (Visit visit = Visit.byStranger(whom)) {
            assertThat(visit.get("/demonstration").status()).isEqualTo(200);
            String place = visit.post("/demonstration/as/" + person, "to", "ticket").location();
            assertThat(place).matches(sees && person.equals("kim") ? "/tickets/.+" : "/(requests|tickets)/.+");
            var ticket = visit.get(place);
            assertThat(ticket.status()).isEqualTo(sees ? 200 : 404);
            assertThat(ticket.body().contains(SECRET)).isEqualTo(sees);
            assertThat(ticket.body()).contains("<aside class=\"banner\"", "href=\"/demonstration\"");
        }
    }

    @Test
    void one_can_be_whom_the_demonstration_names_and_nobody_else() {
        try (Visit visit = Visit.byStranger(whom)) {
            visit.get("/demonstration");
            String unnamed = database.asOwner().sql("select key from people.person where id = 40").query(String.class).single();
            assertThat(visit.post("/demonstration/as/" + unnamed).status()).isEqualTo(404);
        }
    }

    /**
     * What there is to look at, for each kind of person, from the table of routes: written down for a look at every page in a
     * browser (docs/pages.md). A new page that nobody of the demonstration meets fails this: give its variable a sample, or say why.
     */
    @Test
    void every_page_is_met_by_somebody_and_written_down_for_the_look_at_all_of_them() throws Exception {
        Map<String, String> names = names();
        List<Routes.Route> pages = Routes.of(whom.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)).stream().filter(r -> r.method().equals("GET") && !r.pattern().startsWith("/api/")).toList();
        Set<String> unmet = new TreeSet<>(pages.stream().map(Routes.Route::pattern).toList());
        List<String> listed = new ArrayList<>(), signIns = new ArrayList<>();
        for (String guise : guises()) {
            signIns.add("\"%s\": {\"path\": \"/demonstration\", \"fields\": {}, \"submit\": \"form[action='/demonstration/as/%s'] button\", \"success\": \"nav\"}".formatted(guise, guise));
            try (Visit visit = Visit.byStranger(whom)) {
                visit.get("/demonstration");
                visit.post("/demonstration/as/" + guise);
                for (Routes.Route page : pages) {
                    String path = page.path(named(page, names));
                    Visit.Answer answer = visit.get(path);
                    assertThat(answer.status()).as(guise + " at " + path).isLessThan(500);
                    if (answer.status() == 200 && answer.header("Content-Type").startsWith("text/html") && answer.body().startsWith("<!")) {
                        listed.add("{\"path\": \"%s\", \"as\": \"%s\", \"name\": \"%s %s\"}".formatted(path, guise, guise, page.pattern()));
                        unmet.remove(page.pattern());
                    }
                }
            }
        }
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve("paths.json"), "[\n" + String.join(",\n", listed) + "\n]\n");
        Files.writeString(folder.resolve("login.json"), "{\n" + String.join(",\n", signIns) + "\n}\n");
        unmet.removeIf(pattern -> MET_ELSEWHERE.stream().anyMatch(pattern::startsWith));
        assertThat(unmet).as("pages that nobody of the demonstration meets").isEmpty();
    }

    private List<String> guises() {
        try (Visit visit = Visit.byStranger(whom)) {
            return Pattern.compile("action=\"/demonstration/as/([a-z0-9.-]+)\"").matcher(visit.get("/demonstration").body()).results().map(found -> found.group(1)).distinct().toList();
        }
    }

    /** Something of each name, in the demonstration's own words. */
    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>(Map.of("kind", "memberships", "month", LocalDate.now().toString().substring(0, 7), "standing", "user", "person", "ada", "area", "tickets", "service", one("select key from services.service where not discreet order by id limit 1")));
        names.put("number", one("select c.number from conversations.message m join conversations.conversation c on c.id = m.conversation_id where m.text like '%" + SECRET + "%' limit 1"));
        names.put("people", "ada");
        names.put("units", one("select key from people.unit order by id limit 1"));
        names.put("teams", one("select key from people.team order by id limit 1"));
        names.put("services", names.get("service"));
        names.put("agreements", one("select key from agreements.agreement order by id limit 1"));
        names.put("calendars", one("select key from calendars.calendar order by id limit 1"));
        names.put("facts", one("select key from people.membership where superseded_at is null order by id limit 1"));
        names.put("vocabularies", "precise");
        names.put("texts", "answer-en-outside");
        return names;
    }

    /** A key is that of what the address speaks of. */
    private static Map<String, String> named(Routes.Route page, Map<String, String> names) {
        Map<String, String> values = new HashMap<>(names);
        List<String> words = List.of(page.pattern().split("/"));
        int at = words.indexOf("{key}");
        values.put("key", at > 0 ? names.getOrDefault(words.get(words.get(at - 1).startsWith("{") ? at - 2 : at - 1), "missing") : "missing");
        return values;
    }

    private String one(String sql) {
        return database.asOwner().sql(sql).query(String.class).single();
    }

    @Test
    void leaving_is_told_to_whoever_started_it() {
        try (Visit visit = Visit.byStranger(whom)) {
            visit.get("/demonstration/leaving");
            assertThat(visit.post("/demonstration/leaving").body()).contains("A clean Whom is starting");
            assertThat(whom.bean(Demonstration.class).left().toCompletableFuture()).isDone();
        }
    }

    @Test
    void where_people_really_work_there_is_no_tour_and_nobody_is_let_in_as_somebody_else() {
        try (Visit visit = Visit.byStranger(real)) {
            assertThat(visit.get("/sign-in").body()).doesNotContain("demonstration");
            assertThat(visit.get("/demonstration").status()).isEqualTo(404);
            visit.get("/sign-in");
            assertThat(visit.post("/demonstration/as/ada").status()).isEqualTo(404);
            assertThat(visit.post("/demonstration/leaving").status()).isEqualTo(404);
        }
    }

    @Test
    void it_has_people_units_services_and_tickets_enough_to_look_around() {
        assertThat(count("people.person")).isEqualTo(DemoOrganisation.PEOPLE);
        assertThat(count("people.unit")).isEqualTo(40);
        assertThat(count("services.service")).isGreaterThanOrEqualTo(14);
        assertThat(count("tickets.ticket")).isEqualTo(DemonstrationOrganisation.TICKETS);
    }

    @Test
    void loading_again_changes_nothing() throws Exception {
        fill();
        assertThat(count("tickets.ticket")).isEqualTo(DemonstrationOrganisation.TICKETS);
    }

    @Test
    void shares_sum_to_100_for_every_scope_on_every_day() {
        assertThat(database.asOwner().sql("select key from standings.funding where standings.wrong_share(key) is not null").query(String.class).list()).isEmpty();
    }

    @Test
    void every_ticket_is_read_by_the_one_served_and_a_team() {
        assertThat(database.asOwner().sql("""
                select count(*) from tickets.ticket t
                where (select count(*) from tickets.sight s where s.ticket_id = t.id and (s.key = t.served_id or s.key = -t.team_id)) <> 2""").query(Long.class).single()).isZero();
    }

    @Test
    void the_same_seed_makes_the_same_organisation_and_tickets() {
        assertThat(tickets()).isEqualTo(tickets());
    }

    private static List<DemoTicket> tickets() {
        var random = new SplittableRandom(1);
        return DemoTicket.some(50, new DemoOrganisation(random), Instant.parse("2026-01-01T00:00:00Z"), random);
    }

    private long count(String table) {
        return database.asOwner().sql("select count(*) from " + table).query(Long.class).single();
    }
}
