package whom.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.access.NotAllowed;
import whom.database.TestDatabase;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Sql;
import whom.standings.SharesOfScope;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsTest {

    private final Facts facts;
    private final FactRows rows;
    private final KindsOfFacts kinds;
    private final SharesOfScope shares;
    private final TestDatabase database;

    FactsTest(Facts facts, FactRows rows, KindsOfFacts kinds, SharesOfScope shares, TestDatabase database) {
        World.in(database);
        this.facts = facts;
        this.rows = rows;
        this.kinds = kinds;
        this.shares = shares;
        this.database = database;
    }

    @BeforeEach
    void units() {
        database.asOwner().sql("""
                insert into people.unit (id, key, kind, name) values (901, 'sales', 'department', '{"en":"Sales"}'), (902, 'east', 'team', '{"en":"East"}'), (903, 'west', 'team', '{"en":"West"}')
                on conflict do nothing""").update();
        database.asOwner().sql("truncate people.placement, people.membership, standings.funding, standings.brokerage, standings.entitlement").update();
    }

    @Test
    void what_another_recorded_is_ended_by_whoever_keeps_facts_and_nobody_records_in_anothers_name() {
        String key = add("entitlements", Map.of("service", "wifi", "scope", "everybody", "from", "2026-01-01"));
        database.asOwner().sql("insert into access.role_grant (account_id, role) select 109, 'keeper_of_facts' where not exists (select from access.role_grant where account_id = 109 and role = 'keeper_of_facts')").update();
        database.asOwner().sql("insert into standings.entitlement (key, service_id, scope, valid_from) values ('imported', 21, 'everybody', '2020-01-01')").update();
        for (String each : new String[] {key, "imported"}) {
            Actor.run(new Actor.Account(World.IDA), () -> facts.end(kind("entitlements"), each, typed(Map.of("to", "2026-03-01", "reason", "over"))));
            assertThat(asKeeper(() -> rows.current(kind("entitlements"), each))).satisfies(now -> assertThat(now.recordedBy()).isEqualTo("Ida Inman"));
        }
        World world = World.on(database);
        assertThatThrownBy(() -> world.as(World.IDA, () -> world.rows().change(Sql.of("insert into standings.entitlement (key, service_id, scope, valid_from, recorded_by) values ('x', 21, 'everybody', '2020-01-01', ?)", World.HAL))))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> world.as(World.IDA, () -> world.rows().change(Sql.of("insert into standings.entitlement (key, service_id, scope, valid_from, recorded_by, superseded_at) values ('x', 21, 'everybody', '2020-01-01', ?, now())", World.HAL))))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_correction_keeps_what_was_believed_with_who_and_why() {
        String key = add("entitlements", Map.of("service", "wifi", "scope", "everybody", "from", "2026-01-01"));
        asKeeper(() -> { facts.correct(kind("entitlements"), key, typed(Map.of("service", "wifi", "scope", "unit", "scopeOf", "Sales", "from", "2026-02-01", "reason", "only Sales had it"))); return null; });
        FactRow now = asKeeper(() -> rows.current(kind("entitlements"), key));
        assertThat(now.typed()).containsEntry("scope", "unit").containsEntry("scopeOf", "sales");
        assertThat(now.reason()).isEqualTo("only Sales had it");
        assertThat(asKeeper(() -> rows.earlier(kind("entitlements"), key))).singleElement().satisfies(before -> {
            assertThat(before.typed()).containsEntry("scope", "everybody");
            assertThat(before.supersededAt()).isNotNull();
        });
    }

    @Test
    void a_change_from_a_day_leaves_what_was_before_as_it_was() {
        String key = add("memberships", Map.of("person", "ann", "unit", "east", "primary", "false", "from", "2026-01-01"));
        String next = asKeeper(() -> facts.changeFrom(kind("memberships"), key, typed(Map.of("person", "ann", "unit", "west", "primary", "false", "from", "2026-06-01"))));
        assertThat(asKeeper(() -> rows.current(kind("memberships"), key))).satisfies(old -> {
            assertThat(old.typed()).containsEntry("unit", "east");
            assertThat(old.to()).hasToString("2026-06-01");
        });
        assertThat(asKeeper(() -> rows.current(kind("memberships"), next)).typed()).containsEntry("unit", "west");
    }

    @Test
    void shares_that_sum_to_90_are_refused_with_the_sum_and_change_nothing() {
        refused("facts.refused.shares_sum", () -> { shares.agree(typed(Map.of("service", "wifi", "scope", "everybody", "from", "2026-01-01",
                "share1", "60", "kind1", "unit", "payer1", "sales", "share2", "30", "kind2", "unit", "payer2", "east"))); return null; });
        assertThat(count("standings.funding")).isZero();
    }

    @Test
    void shares_agreed_later_take_the_place_of_the_earlier_ones_from_their_first_day() {
        agree("2026-01-01", "60", "40");
        agree("2026-07-01", "50", "50");
        assertThat(database.asOwner().sql("select valid_from || ' ' || coalesce(valid_to::text, '') || ' ' || share::int from standings.funding where superseded_at is null order by id").query(String.class).list())
                .containsExactlyInAnyOrder("2026-01-01 2026-07-01 60", "2026-01-01 2026-07-01 40", "2026-07-01  50", "2026-07-01  50");
    }

    @Test
    void overlapping_memberships_are_refused() {
        add("memberships", Map.of("person", "ann", "unit", "east", "primary", "false", "from", "2026-01-01"));
        refused("facts.refused.overlap", () -> facts.add(kind("memberships"), typed(Map.of("person", "ann", "unit", "east", "primary", "false", "from", "2026-05-01"))));
    }

    @Test
    void a_unit_under_itself_is_refused() {
        add("placements", Map.of("unit", "sales", "from", "2026-01-01"));
        add("placements", Map.of("unit", "east", "parent", "sales", "from", "2026-01-01"));
        String west = add("placements", Map.of("unit", "west", "parent", "east", "from", "2026-01-01"));
        refused("facts.refused.under_itself", () -> facts.changeFrom(kind("placements"), placementOf("sales"), typed(Map.of("unit", "sales", "parent", "west", "from", "2026-03-01"))));
        assertThat(asKeeper(() -> rows.current(kind("placements"), west)).to()).isNull();
    }

    @Test
    void a_circle_of_brokerages_is_refused() {
        String first = add("brokerages", Map.of("service", "wifi", "broker", "sales", "scope", "everybody", "from", "2026-01-01"));
        String second = add("brokerages", Map.of("service", "wifi", "broker", "east", "scope", "everybody", "upstream", first, "from", "2026-01-01"));
        refused("facts.refused.circle", () -> { facts.correct(kind("brokerages"), first,
                typed(Map.of("service", "wifi", "broker", "sales", "scope", "everybody", "upstream", second, "from", "2026-01-01", "reason", "chain"))); return null; });
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        refused("facts.refused.backwards", () -> facts.add(kind("entitlements"), typed(Map.of("service", "wifi", "scope", "everybody", "from", "2026-02-01", "to", "2026-01-01"))));
    }

    @Test
    void only_keepers_and_administrators_record_or_see_the_rows() {
        String key = add("entitlements", Map.of("service", "wifi", "scope", "everybody", "from", "2026-01-01"));
        assertThatThrownBy(() -> Actor.as(new Actor.Account(World.FAY), () -> facts.add(kind("entitlements"), typed(Map.of("service", "wifi", "scope", "everybody", "from", "2026-01-01")))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Actor.as(new Actor.Account(World.FAY), () -> rows.current(kind("entitlements"), key))).isInstanceOf(NotFound.class);
    }

    private void agree(String from, String first, String second) {
        asKeeper(() -> { shares.agree(typed(Map.of("service", "wifi", "scope", "everybody", "from", from,
                "share1", first, "kind1", "unit", "payer1", "sales", "share2", second, "kind2", "unit", "payer2", "east"))); return null; });
    }

    private String placementOf(String unit) {
        return database.asOwner().sql("select p.key from people.placement p join people.unit u on u.id = p.unit_id where u.key = ? and superseded_at is null").param(unit).query(String.class).single();
    }

    private void refused(String why, Callable<?> work) {
        assertThatThrownBy(() -> asKeeper(work)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo(why));
    }

    private String add(String kind, Map<String, String> typed) {
        return asKeeper(() -> facts.add(kind(kind), typed(typed)));
    }

    private FactKind kind(String key) {
        return kinds.required(key);
    }

    private static Typed typed(Map<String, String> texts) {
        return new Typed(new HashMap<>(texts));
    }

    private static <T> T asKeeper(Callable<T> work) {
        return Actor.as(new Actor.Account(World.HAL), work);
    }

    private long count(String table) {
        return database.asOwner().sql("select count(*) from " + table).query(Long.class).single();
    }
}
