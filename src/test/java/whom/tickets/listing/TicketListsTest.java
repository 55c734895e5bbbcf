package whom.tickets.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import whom.World;
import whom.access.Actor;
import whom.database.TestDatabase;
import whom.database.WithDatabase;
import whom.tickets.filter.Field;
import whom.tickets.filter.Filter;

@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketListsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final World world;
    private final ListStore store;
    private final TicketLists lists;

    TicketListsTest(TestDatabase database) {
        this.world = World.in(database);
        this.store = new ListStore(world.rows());
        this.lists = new TicketLists(store, new StaticListableBeanFactory().getBeanProvider(Clock.class));
    }

    @BeforeAll
    void some_tickets() {
        for (int i = 0; i < 130; i++) {
            long id = world.raised(World.ANN, World.ANN, i % 3 == 0 ? World.LOBBY : World.NETWORK, "Screen " + i, "");
            world.makes("update tickets.ticket set due_at = case %d %% 4 when 0 then 'infinity' else now() + %d %% 7 * interval '1 hour' end, behind_due_at = case when %d %% 5 = 0 then now() + interval '90 minutes' else 'infinity' end, priority = %d %% 5 + 1, stage = %s, updated_at = now() - %d %% 11 * interval '1 hour' where id = %d"
                    .formatted(i, i, i, i, i % 10 == 0 ? "'solved'" : "'open'", i, id));
        }
        world.raised(World.FAY, World.FAY, World.PAYROLL, "Fay's own payslip", "");
        world.raised(World.KIM, World.KIM, World.PAYROLL, "Kim's payslip", "");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void pages_follow_each_other_and_miss_nothing(Order order) {
        List<TicketRow> all = all(World.FAY, "is:open", order);
        assertThat(all).hasSize(117).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo(switch (order) {
            case PROMISE -> Comparator.comparing(TicketRow::due);
            case PRIORITY -> Comparator.comparing(TicketRow::priority).thenComparing(TicketRow::due);
            case UPDATED -> Comparator.comparing(TicketRow::updated).reversed();
        });
    }

    @Test
    void counted_in_one_pass_or_each_by_itself_it_is_the_same() {
        List<Filter> filters = Stream.of("is:open", "is:open team:mine", "is:open team:mine assignee:none", "is:waiting", "is:open priority<3", "is:open due<=today").map(Filter::read).toList();
        for (long person : List.of(World.FAY, World.GUS)) {
            List<Integer> together = world.as(person, () -> lists.counts(filters, ZONE));
            List<Integer> each = filters.stream().map(filter -> world.as(person, () -> lists.counts(List.of(filter), ZONE)).getFirst()).toList();
            assertThat(together).isEqualTo(each);
            assertThat(together.getFirst()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void however_it_is_read_the_answer_is_the_same(Order order) {
        for (String filter : List.of("is:open", "is:open priority<3", "is:open team:mine", "is:open channel:web impact:2", "is:open -service:lobby", "is:open for:ann")) {
            List<List<String>> ways = world.as(World.FAY, () -> {
                Asker asker = lists.asker(ZONE);
                var criterion = lists.meaning(Filter.read(filter), asker);
                List<Long> many = Stream.concat(asker.keys().stream(), LongStream.range(0, 60).mapToObj(k -> -1_000_000 - k)).toList();
                return Stream.of(new ListSql(criterion, true, asker.keys(), order, null, 51), new ListSql(criterion, false, asker.keys(), order, null, 51), new ListSql(criterion, false, many, order, null, 51))
                        .map(sql -> store.rows(sql, "en").stream().map(TicketRow::number).toList()).toList();
            });
            assertThat(ways.get(0)).as(filter).isNotEmpty();
            assertThat(ways.get(1)).as(filter).isEqualTo(ways.get(0));
            assertThat(ways.get(2)).as(filter).isEqualTo(ways.get(0));
        }
    }

    @Test
    void the_desk_lists_what_it_works_on_not_what_serves_its_agents() {
        assertThat(all(World.FAY, "", null)).extracting(TicketRow::subject).doesNotContain("Fay's own payslip", "Kim's payslip").hasSize(130);
        assertThat(all(World.LEO, "is:open team:mine", null)).extracting(TicketRow::subject).containsExactlyInAnyOrder("Fay's own payslip", "Kim's payslip");
        assertThat(all(World.ANN, "", null)).isEmpty();
        assertThat(all(World.HAL, "", null)).isEmpty();
    }

    @Test
    void what_is_desk_wide_is_listed_for_every_agent() {
        assertThat(all(World.EVE, "", null)).hasSize(44).extracting(TicketRow::serviceKey).containsOnly("lobby");
        assertThat(count(World.EVE, "is:open")).isEqualTo(39);
        assertThat(count(World.EVE, "is:open team:mine")).isZero();
    }

    @Test
    void a_token_without_the_scope_to_read_lists_nothing() {
        assertThat(world.as(new Actor.Account(World.FAY, false), () -> lists.page(Filter.ALL, null, null, ZONE, "en").rows())).isEmpty();
    }

    @Test
    void whoever_is_shut_out_neither_sees_nor_counts() {
        long id = world.raised(World.ANN, World.ANN, World.NETWORK, "About Gus", "");
        world.asks(World.ANN, "select conversations.shut_out(?, ?)", id, World.GUS);
        assertThat(count(World.GUS, "is:open")).isEqualTo(count(World.FAY, "is:open") - 1);
        assertThat(all(World.GUS, "is:open", null)).extracting(TicketRow::subject).doesNotContain("About Gus");
        assertThat(all(World.GUS, "about gus", null)).isEmpty();
        world.makes("update tickets.ticket set stage = 'closed' where id = " + id);
    }

    @Test
    void words_of_the_subject_are_found_whether_rare_or_common() {
        assertThat(all(World.FAY, "\"screen 77\"", null)).extracting(TicketRow::subject).containsExactly("Screen 77");
        assertThat(all(World.FAY, "screen", null)).hasSize(130);
        assertThat(all(World.LEO, "\"screen 77\"", null)).isEmpty();
    }

    @Test
    void counts_are_those_of_the_lists() {
        for (String filter : List.of("is:open", "is:open team:mine", "is:open team:mine assignee:none", "is:open for:ann", "is:open channel:web", "is:solved", "screen")) {
            assertThat(count(World.FAY, filter)).as(filter).isEqualTo(all(World.FAY, filter, null).size());
        }
    }

    @Test
    void a_place_that_is_none_of_ours_begins_the_list_anew() {
        for (String after : List.of("", "x", "%%%", "bWF4", "MS4xLjIyMi0yMjIyMjI")) {
            assertThat(world.as(World.FAY, () -> lists.page(Filter.read("is:open"), null, after, ZONE, "en").rows())).hasSize(50);
        }
    }

    @Test
    void who_pays_rank_and_standing_are_no_column_no_filter_and_no_order() {
        Stream<String> columns = Arrays.stream(TicketRow.class.getRecordComponents()).map(c -> c.getName());
        Stream<String> fields = Arrays.stream(Field.values()).map(Field::said);
        Stream<String> orders = Arrays.stream(Order.values()).map(Order::key);
        Stream<String> sight = world.sees(World.FAY, "select column_name::text from information_schema.columns where table_schema = 'tickets' and table_name in ('sight', 'ticket')").stream();
        assertThat(Stream.of(columns, fields, orders, sight).flatMap(s -> s).map(s -> s.toLowerCase(Locale.ROOT)))
                .noneMatch(s -> s.matches(".*(pay|fund|cost|budget|price|sponsor|customer|client|standing|rank|title|vip|grade|senior|head|overse|broker|partner|unit|agreement).*"));
    }

    private List<TicketRow> all(long person, String filter, Order order) {
        List<TicketRow> all = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            TicketList page = world.as(person, () -> lists.page(Filter.read(filter), order, from, ZONE, "en"));
            all.addAll(page.rows());
            after = page.next();
        } while (after != null && all.size() < 1_000);
        return all;
    }

    private int count(long person, String filter) {
        return world.as(person, () -> lists.counts(List.of(Filter.read(filter)), ZONE)).getFirst();
    }
}
