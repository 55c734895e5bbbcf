package whom.tickets.stepping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.acting;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.Caller;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.conversations.Conversations;
import whom.conversations.Message;
import whom.database.TestDatabase;
import whom.kernel.Refused;

/** Where an incident touches many, an agent on duty brings their own team in, and the one served is told at once (P1). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SteppingInTest {

    private static final String REASON = "Payroll stands still as well.";

    private final World world;
    private final RunningWhom whom;
    private final SteppingIn stepping;
    private final Conversations conversations;

    SteppingInTest(TestDatabase database, RunningWhom whom, SteppingIn stepping, Conversations conversations) {
        this.world = World.in(database);
        this.whom = whom;
        this.stepping = stepping;
        this.conversations = conversations;
    }

    private long incident(int impact) {
        long ticket = world.raised(World.ANN, World.ANN, World.NETWORK, "zebrasubject", "zebrabody");
        world.makes("update tickets.ticket set kind = 'incident', impact = " + impact + " where id = " + ticket);
        return ticket;
    }

    @Test
    void the_team_reads_it_from_then_on_and_the_one_served_is_told_why() {
        long ticket = incident(1);
        String number = world.number(ticket);
        try (Visit leo = Visit.by(world, whom, World.LEO)) {
            leo.get("/stepping-in");
            assertThat(leo.post("/stepping-in", "number", number, "team", "payroll", "reason", REASON).location()).isEqualTo("/tickets/" + number);
            assertThat(leo.get("/tickets/" + number).body()).contains("zebrasubject", "since it touches many");
        }
        List<Message> said = acting(World.ANN, () -> conversations.open(ticket)).messages();
        assertThat(said.getLast().text()).contains("Payroll", REASON);
        assertThat(world.knows("select coalesce(answered_at::text, '') from tickets.ticket where id = " + ticket)).as("it is no answer").isEmpty();
        assertThat(world.knows("select why || ' ' || reason from tickets.on_ticket where ticket_id = " + ticket + " and team_id = " + World.PAYROLL_TEAM)).isEqualTo("high_impact " + REASON);
    }

    @Test
    void less_impact_a_wrong_number_and_what_is_over_are_refused_in_the_same_words() {
        long solved = incident(1);
        world.makes("update tickets.ticket set stage = 'solved', solved_at = now() where id = " + solved);
        long request = incident(1);
        world.makes("update tickets.ticket set kind = 'request' where id = " + request);
        long concerned = incident(1);
        world.makes("insert into conversations.shut_out (conversation_id, account_id, named_by) values (" + concerned + ", " + World.LEO + ", " + World.ANN + ")");
        for (String number : List.of(world.number(incident(2)), world.number(888_889), world.number(solved), world.number(request), world.number(concerned), "x")) {
            assertThatThrownBy(() -> acting(World.LEO, () -> stepping.stepIn(number, "payroll", REASON))).isInstanceOf(Refused.class).hasMessageContaining("tickets.step_in.none");
            assertThat(world.sees(World.LEO, "select number from tickets.ticket where number = ?", number)).isEmpty();
        }
    }

    @Test
    void whoever_is_not_on_duty_while_another_is_does_not_come_in() {
        String number = world.number(incident(1));
        world.makes("insert into people.team_member (team_id, person_id) values (" + World.PAYROLL_TEAM + ", " + World.EVE + ")");
        world.makes("insert into calendars.duty_change (team_id, person_id, on_duty, since, until) values (" + World.PAYROLL_TEAM + ", " + World.EVE + ", true, now(), now() + interval '1 hour')");
        assertThatThrownBy(() -> acting(World.LEO, () -> stepping.stepIn(number, "payroll", REASON))).isInstanceOf(Refused.class).hasMessageContaining("not_on_duty");
        world.makes("insert into calendars.duty_change (team_id, person_id, on_duty, since, until) values (" + World.PAYROLL_TEAM + ", " + World.LEO + ", true, now(), now() + interval '1 hour')");
        assertThat(acting(World.LEO, () -> stepping.stepIn(number, "payroll", REASON))).isEqualTo(number);
        world.makes("delete from calendars.duty_change");
    }

    @Test
    void nobody_brings_in_a_team_that_is_not_theirs_or_none_without_a_reason() {
        String number = world.number(incident(1));
        assertThatThrownBy(() -> acting(World.LEO, () -> stepping.stepIn(number, "desk", REASON))).isInstanceOf(Refused.class).hasMessageContaining("tickets.team.unknown");
        assertThatThrownBy(() -> acting(World.LEO, () -> stepping.stepIn(number, "payroll", " "))).isInstanceOf(Refused.class).hasMessageContaining("tickets.step_in.reason");
        assertThat(world.asks(World.LEO, "select tickets.step_in(?, ?, ?)", number, World.DESK, REASON)).as("nor past the program").isEqualTo("null");
        assertThat(world.asks(World.CAT, "select tickets.step_in(?, ?, ?)", number, World.PAYROLL_TEAM, REASON)).isEqualTo("null");
        try (Visit cat = Visit.by(world, whom, World.CAT)) {
            assertThat(cat.get("/stepping-in").status()).isEqualTo(404);
        }
        assertThat(Caller.by(world, whom, World.LEO, "conversations:read", "tickets:write").post("/api/v1/stepping-in", "{\"number\": \"" + number + "\", \"team\": \"payroll\", \"reason\": \"" + REASON + "\"}").status()).isEqualTo(204);
    }
}
