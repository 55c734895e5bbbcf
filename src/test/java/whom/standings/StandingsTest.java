package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.database.TestDatabase;
import whom.kernel.NotFound;

/** Facts have readers (D8): who may ask whose standings, and who may not. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingsTest {

    private static final LocalDate TODAY = LocalDate.now();

    private final Standings standings;
    private final World world;
    private final String ticket;

    StandingsTest(Standings standings, TestDatabase database) {
        this.standings = standings;
        this.world = World.in(database);
        world.makes("insert into access.role_grant (account_id, role, about_id) values (" + World.ODD + ", 'administrator', null), (" + World.BEN + ", 'service_owner', " + World.NETWORK + ")");
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_unit_id, valid_from) values ('e1', " + World.NETWORK + ", 'unit', 2, '2020-01-01')");
        world.makes("insert into standings.agreement (key, service_id, scope, signatory_id, valid_from) values ('a1', " + World.NETWORK + ", 'everybody', " + World.CAT + ", '2020-01-01')");
        world.makes("insert into people.placement (key, unit_id, valid_from) values ('p1', 1, '2020-01-01')");
        this.ticket = world.number(world.raised(World.ANN, World.ANN, World.NETWORK, "No network", "Since noon."));
    }

    @Test
    void everyone_sees_their_own_standings_as_they_are_today() {
        assertThat(as(World.ANN, () -> standings.who("ann", "network", TODAY))).isEqualTo(List.of(new Held(Standing.USER, ordered("e1", ticket))));
        assertThat(as(World.DAN, () -> standings.who("dan", "network", TODAY))).isEqualTo(List.of(new Held(Standing.SPONSOR, List.of("f1"))));
        refused(World.ANN, () -> standings.who("ann", "network", TODAY.minusDays(1)));
    }

    @Test
    void no_colleague_superior_payer_administrator_or_stranger_sees_those_of_others() {
        for (long other : new long[] {World.BEN, World.CAT, World.DAN, World.EVE, World.IDA, World.JON, World.KIM, World.LEO, World.ODD}) {
            refused(other, () -> standings.who("ann", "network", TODAY));
            refused(other, () -> standings.whoToAll("ann", TODAY));
            refused(other, () -> standings.pays("ann", "network", TODAY));
            refused(other, () -> standings.slice(new Question.AgreementOf("ann", "network", TODAY)));
            refused(other, () -> standings.slice(new Question.ChainOf("ann", "network", TODAY)));
            refused(other, () -> standings.slice(new Question.ReadersOf(ticket, TODAY)));
        }
    }

    @Test
    void an_agent_sees_those_of_the_one_served_to_the_service_of_the_ticket_and_today_alone() {
        assertThat(as(World.FAY, () -> standings.who("ann", "network", TODAY))).isEqualTo(List.of(new Held(Standing.USER, ordered("e1", ticket))));
        refused(World.FAY, () -> standings.who("ann", "payroll", TODAY));
        refused(World.FAY, () -> standings.who("ann", "network", TODAY.minusDays(1)));
        refused(World.FAY, () -> standings.whoToAll("ann", TODAY.minusDays(1)));
        assertThat(as(World.FAY, () -> standings.whoToAll("ann", TODAY)).keySet()).containsExactly("network");
        refused(World.FAY, () -> standings.whoToAll("ben", TODAY));
        refused(World.FAY, () -> standings.who("ben", "network", TODAY));
    }

    @Test
    void a_token_that_does_not_read_conversations_tells_an_agent_nothing_of_others() {
        assertThatThrownBy(() -> Actor.as(new Actor.Account(World.FAY, false), () -> standings.who("ann", "network", TODAY))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_keeper_sees_the_past_and_each_look_is_on_record() {
        String before = looks();
        assertThat(as(World.HAL, () -> standings.who("ann", "network", LocalDate.of(2021, 1, 1)))).isEqualTo(List.of(new Held(Standing.USER, List.of("e1"))));
        assertThat(Integer.parseInt(looks())).isEqualTo(Integer.parseInt(before) + 1);
        as(World.HAL, () -> standings.who("hal", "network", TODAY));
        assertThat(Integer.parseInt(looks())).as("one's own is no look").isEqualTo(Integer.parseInt(before) + 1);
    }

    @Test
    void a_ticket_is_evidence_only_for_those_who_may_read_it_keepers_or_not() {
        assertThat(as(World.HAL, () -> standings.who("ann", "network", TODAY))).isEqualTo(List.of(new Held(Standing.USER, List.of("e1"))));
        world.raised(World.KIM, World.KIM, World.PAYROLL, "Pay", "Why?");
        assertThat(as(World.HAL, () -> standings.who("kim", "payroll", TODAY))).isEmpty();
        assertThat(as(World.HAL, () -> standings.whom("payroll", Standing.USER, TODAY)).people()).isEmpty();
        assertThat(as(World.KIM, () -> standings.who("kim", "payroll", TODAY))).hasSize(1);
    }

    @Test
    void who_owns_a_service_gets_its_users_as_a_number() {
        var users = as(World.BEN, () -> standings.whom("wifi", Standing.USER, TODAY));
        assertThat(users).isEqualTo(new Standings.Whom(List.of(), 3, true));
        assertThat(as(World.BEN, () -> standings.whom("network", Standing.CUSTOMER, TODAY)).people()).containsExactly("cat");
        refused(World.BEN, () -> standings.whom("payroll", Standing.USER, TODAY));
        refused(World.BEN, () -> standings.whom("network", Standing.USER, TODAY.minusDays(1)));
        refused(World.ODD, () -> standings.whom("network", Standing.CUSTOMER, TODAY));
    }

    @Test
    void who_governs_all_of_it_is_not_told_of_a_discreet_service_by_it() {
        world.makes("insert into standings.oversight (key, holder_person_id, valid_from) values ('all', " + World.JON + ", '2020-01-01')");
        assertThat(as(World.JON, () -> standings.whoToAll("jon", TODAY)).keySet()).contains("lunch").doesNotContain("care");
        refused(World.JON, () -> standings.who("jon", "care", TODAY));
        assertThat(as(World.HAL, () -> standings.whoToAll("jon", TODAY)).keySet()).contains("care");
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_person_id, valid_from) values ('care-jon', " + World.CARE + ", 'person', " + World.JON + ", '2020-01-01')");
        assertThat(as(World.JON, () -> standings.whoToAll("jon", TODAY)).keySet()).as("now it is there for them").contains("care");
        world.makes("delete from standings.oversight where key = 'all'");
    }

    @Test
    void what_does_not_exist_answers_as_what_may_not_be_known() {
        refused(World.BEN, () -> standings.who("nobody", "network", TODAY));
        refused(World.HAL, () -> standings.who("ann", "nothing", TODAY));
        refused(World.HAL, () -> standings.who("nobody", "network", TODAY));
    }

    @Test
    void the_database_gives_its_slices_through_the_questions_alone() {
        assertThatThrownBy(() -> world.asks(World.BEN, "select count(*) from standings.who_pieces(101, array[21], array[21], current_date)")).hasMessageContaining("who_pieces");
        assertThatThrownBy(() -> world.asks(World.BEN, "select count(*) from standings.funding_piece")).hasMessageContaining("funding_piece");
        assertThat(Actor.as(Actor.Nobody.NOBODY, () -> world.as(Actor.Nobody.NOBODY, () -> world.rows().number(whom.kernel.Sql.of("select count(*) from standings.ask_who('ann', 'network', current_date)"))))).isZero();
    }

    private static List<String> ordered(String... ids) {
        return List.of(ids).stream().sorted().toList();
    }

    private String looks() {
        return world.knows("select count(*) from standings.look");
    }

    private static void refused(long who, Supplier<Object> asked) {
        assertThatThrownBy(() -> as(who, asked::get)).as("asked by %d", who).isInstanceOf(NotFound.class);
    }

    private static <T> T as(long who, Callable<T> work) {
        return Actor.as(new Actor.Account(who), work);
    }
}
