package whom.tickets.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.World;
import whom.database.TestDatabase;
import whom.database.WithDatabase;
import whom.kernel.Row;
import whom.kernel.Sql;
import whom.tickets.filter.Reference.Kind;

/** The two meanings of a filter, SQL and judge, are one: asked of many filters and tickets on the real database. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterAgreementTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:34:56.789012Z");
    private static final Asking ASKING = new Asking(World.FAY, List.of(World.NETWORK_TEAM), NOW, ZoneId.of("Europe/Berlin"));
    private static final Map<Reference, List<Long>> NAMES = Map.of(
            new Reference(Kind.SERVICE, "payroll"), List.of(World.PAYROLL), new Reference(Kind.SERVICE, "mail"), List.of(World.NETWORK, World.WIFI),
            new Reference(Kind.TEAM, "desk"), List.of(World.DESK), new Reference(Kind.PERSON, "ada"), List.of(World.ANN));

    private final World world;
    private List<Judged> tickets = List.of();

    FilterAgreementTest(TestDatabase database) {
        this.world = World.in(database);
    }

    @BeforeAll
    void some_tickets_of_every_kind() {
        Random random = new Random(1);
        for (int i = 0; i < 150; i++) {
            long id = world.raised(World.FAY, pick(random, World.ANN, World.BEN, World.FAY), World.NETWORK, subject(random), "");
            world.database().asOwner().sql("""
                    update tickets.ticket set kind = ?, service_id = ?, raised_by = ?, stage = ?, stage_since = ?::timestamptz, stage_until = ?::timestamptz, impact = ?, urgency = ?, priority = ?,
                      team_id = ?, assignee_id = ?, channel = ?, language = ?, opened_at = ?::timestamptz, answered_at = ?::timestamptz, solved_at = ?::timestamptz, closed_at = ?::timestamptz,
                      due_at = coalesce(?::timestamptz, 'infinity'), behind_due_at = coalesce(?::timestamptz, 'infinity'), updated_at = ?::timestamptz where id = ?""")
                    .params(java.util.Arrays.asList(pick(random, "incident", "request", "complaint"), pick(random, World.NETWORK, World.PAYROLL, World.WIFI, null), pick(random, World.FAY, World.ANN, null),
                            pick(random, "new", "open", "waiting_user", "waiting_third_party", "solved", "closed"), time(random, false), time(random, true), 1 + random.nextInt(3), 1 + random.nextInt(3),
                            1 + random.nextInt(5), pick(random, World.NETWORK_TEAM, World.DESK, null), pick(random, World.FAY, World.ANN, null), pick(random, "web", "mail", "phone", "api"),
                            pick(random, "en", "de"), time(random, false), time(random, true), time(random, true), time(random, true), time(random, true), time(random, true), time(random, false), id)).update();
        }
        tickets = world.as(World.FAY, () -> world.rows().list(Sql.of("select t.*, case when conversations.is_my_work(id) then least(due_at, behind_due_at) else due_at end as next_due_at from tickets.ticket t"), FilterAgreementTest::judged));
        assertThat(tickets).hasSize(150);
    }

    @Test
    void sql_and_judge_agree_on_every_simple_filter() {
        agree(SomeFilters.SIMPLE);
    }

    /** Takes some seconds, since it asks a thousand times; whatever the language learns is held by it. */
    @Test
    void sql_and_judge_agree_on_filters_put_together() {
        agree(SomeFilters.any().sampleStream().limit(1_000).toList());
    }

    @Test
    void sight_and_ticket_give_the_same_answer() {
        for (String filter : SomeFilters.SIMPLE) {
            Criterion criterion = Filter.read(filter).meaning(new Meaning(ASKING, NAMES));
            Set<String> through = numbers(Sql.of("select t.number from tickets.sight s join tickets.ticket t on t.id = s.ticket_id where s.key = ? and (", -World.NETWORK_TEAM)
                    .then(criterion.sql(Tables.TICKET_AND_SIGHT)).then(")"));
            assertThat(through).as(filter).isEqualTo(numbers(direct(criterion)));
        }
    }

    private void agree(List<String> filters) {
        for (String filter : filters) {
            Criterion criterion = Filter.read(filter).meaning(new Meaning(ASKING, NAMES));
            Set<String> judged = tickets.stream().filter(criterion::judge).map(Judged::number).collect(Collectors.toCollection(TreeSet::new));
            assertThat(numbers(direct(criterion))).as(filter).isEqualTo(judged);
        }
    }

    private static Sql direct(Criterion criterion) {
        return Sql.of("select t.number from tickets.ticket t where (").then(criterion.sql(Tables.TICKET)).then(")");
    }

    private Set<String> numbers(Sql sql) {
        return world.as(World.FAY, () -> new TreeSet<>(world.rows().list(sql, row -> row.text("number"))));
    }

    private static Judged judged(Row row) throws java.sql.SQLException {
        return new Judged(row.text("number"), row.text("kind"), row.id("served_id"), row.maybeId("raised_by"), row.maybeId("service_id"), row.maybeId("offering_id"), row.text("subject"),
                row.text("stage"), row.time("stage_since"), row.time("stage_until"), row.number("impact"), row.number("urgency"), row.number("priority"), row.maybeId("team_id"),
                row.maybeId("assignee_id"), row.text("channel"), row.text("language"), row.time("opened_at"), row.time("answered_at"), row.time("solved_at"), row.time("closed_at"),
                row.time("next_due_at"), row.time("updated_at"));
    }

    private static String subject(Random random) {
        return pick(random, "Blue screen", "the Screen is blue", "ärger mit der Straße", "STRASSE", "100% full", "a_b and a-b", "it\"s", "back\\slash", "D'Oh, SCREEN", "ὈΔΥΣΣΕΎΣ İstanbul", "x");
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    /** Often at the very edge of what filters ask for. */
    private static String time(Random random, boolean maybeNone) {
        if (maybeNone && random.nextInt(3) == 0) {
            return null;
        }
        Instant edge = pick(random, NOW, NOW.plus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(2)), NOW.plus(Duration.ofDays(1)), NOW.minus(Duration.ofDays(3)),
                Instant.parse("2026-03-09T23:00:00Z"), Instant.parse("2026-03-10T23:00:00Z"), Instant.parse("2026-03-09T17:30:00Z"), Instant.parse("2026-01-31T23:00:00Z"));
        return edge.plus(pick(random, 0L, 0L, 1L, -1L, 3_600_000_000L, -7_200_000_000L), ChronoUnit.MICROS).toString();
    }
}
