package whom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.database.Demonstration;
import whom.database.TestDatabase;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {

    private final Demonstration demonstration;
    private final TestDatabase database;

    DemonstrationTest(Demonstration demonstration, TestDatabase database) {
        this.demonstration = demonstration;
        this.database = database;
    }

    @BeforeAll
    void load() throws Exception {
        try (Connection owner = database.connectAsOwner()) {
            demonstration.fill(owner, said -> {});
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
        try (Connection owner = database.connectAsOwner()) {
            demonstration.fill(owner, said -> {});
        }
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
