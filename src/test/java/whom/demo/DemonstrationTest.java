package whom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.database.Demonstration;
import whom.database.TestDatabase;

/** What the demonstration holds, and one ticket in front of one person after another, as a visitor meets it. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {

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
            assertThat(visit.get("/demonstration").body()).contains("works at the service desk").doesNotContain("demo.guise.");
            String unnamed = database.asOwner().sql("select key from people.person where id = 40").query(String.class).single();
            assertThat(visit.post("/demonstration/as/" + unnamed).status()).isEqualTo(404);
        }
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
