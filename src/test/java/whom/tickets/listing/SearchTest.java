package whom.tickets.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import whom.World;
import whom.access.Actor;
import whom.database.TestDatabase;
import whom.database.WithDatabase;
import whom.kernel.Sql;
import whom.tickets.filter.Filter;

@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final World world;
    private final TicketSearch search;
    private long vpn;

    SearchTest(TestDatabase database) {
        this.world = World.in(database);
        this.search = new TicketSearch(new TicketLists(new ListStore(world.rows()), new StaticListableBeanFactory().getBeanProvider(Clock.class)), new SearchStore(world.rows()));
    }

    @BeforeAll
    void what_was_said() {
        vpn = world.raised(World.ANN, World.ANN, World.NETWORK, "VPN drops", "The tunnel breaks every ten minutes, always with error809.");
        say(World.FAY, "main", "Please restart the concentrator.");
        say(World.GUS, "notes", "She forgot her certificate again; ask procurement.");
        world.raised(World.ANN, World.ANN, World.PAYROLL, "Abrechnungen fehlen", "Die Abrechnungen der letzten Monate sind verschwunden.");
        world.raised(World.KIM, World.KIM, World.PAYROLL, "Wages of Brook", "The printer prints wages twice.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tunnel                | the first message
            breaking              | another form of the word
            tunn                  | the beginning of the last word
            concentrator restart  | words of different order
            "every ten minutes"   | words together
            tunnel -printer       | a word that must not be there
            tunnel or nonsense    | either
            error809              | a word with figures
            certificate           | an internal note, for an agent
            service:network tunnel | a condition and a word
            is:open for:ann vpn   | conditions and a word
            VPN                   | the subject
            http://tunnel tunnel or tunnel | what looks like a field and is none
            """)
    void agents_find_by(String typed, String what) {
        assertThat(found(World.FAY, typed)).as(what).containsExactly("VPN drops");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "minutes every ten"
            tunnel printer
            tunnel -breaks
            is:solved tunnel
            service:payroll tunnel
            !!!
            ''
            """)
    void agents_do_not_find_by(String typed) {
        assertThat(found(World.FAY, typed)).isEmpty();
    }

    @Test
    void german_words_are_found_by_their_other_forms() {
        assertThat(found(World.LEO, "abrechnung")).containsExactly("Abrechnungen fehlen");
        assertThat(found(World.LEO, "verschwundene monat")).containsExactly("Abrechnungen fehlen");
    }

    @Test
    void the_one_served_finds_what_was_said_to_them_and_never_by_a_note() {
        assertThat(found(World.ANN, "concentrator")).containsExactly("VPN drops");
        for (String noted : List.of("certificate", "procurement", "forgot", "tunnel certificate", "tunnel -nonsense certificate", "certific", "tunnel and (certificate or procurement)")) {
            assertThat(found(World.ANN, noted)).as(noted).isEmpty();
        }
    }

    @Test
    void a_note_does_not_show_by_what_is_not_there_either() {
        assertThat(found(World.ANN, "tunnel -certificate")).containsExactly("VPN drops");
        assertThat(found(World.FAY, "tunnel -certificate")).isEmpty();
    }

    @Test
    void those_let_in_find_by_the_subject_alone_since_earlier_words_are_not_theirs() {
        world.asks(World.ANN, "select conversations.let_in(?, ?, null, now() + interval '1 day', '{}')", World.BEN, vpn);
        assertThat(found(World.BEN, "vpn")).containsExactly("VPN drops");
        assertThat(found(World.BEN, "tunnel")).isEmpty();
        assertThat(found(World.BEN, "certificate")).isEmpty();
        world.makes("update conversations.reader set until = since where key = " + World.BEN);
        assertThat(found(World.BEN, "vpn")).isEmpty();
    }

    @Test
    void side_conversations_are_found_by_nobody() {
        long thread = Long.parseLong(world.knows("insert into conversations.thread (conversation_id, kind, subject, why) values (%d, 'side', 'Aside', 'ask') returning id".formatted(vpn)));
        world.makes("insert into conversations.message (conversation_id, thread_id, audience, author_id, text) values (%d, %d, 'side', %d, 'mentions zanzibar')".formatted(vpn, thread, World.FAY));
        assertThat(found(World.FAY, "zanzibar")).isEmpty();
        assertThat(found(World.ANN, "zanzibar")).isEmpty();
    }

    @Test
    void who_may_not_read_finds_nothing_not_even_nearly() {
        for (long person : List.of(World.CAT, World.DAN, World.HAL, World.IDA, World.JON, World.EVE, World.KIM, World.ODD)) {
            SearchResult result = result(new Actor.Account(person), "tunnel");
            assertThat(result.rows()).isEmpty();
            assertThat(result.similar()).isEmpty();
            assertThat(result(new Actor.Account(person), "VPN dropz").similar()).isEmpty();
        }
        assertThat(result(new Actor.Account(World.FAY, false), "tunnel").rows()).isEmpty();
        assertThat(result(new Actor.Account(World.FAY, false), "VPN dropz").similar()).isEmpty();
    }

    @Test
    void nothing_is_seen_or_found_where_nobody_looked_whom_the_asker_is_shut_out_from() {
        String seen = "select (select count(*) from tickets.ticket) + (select count(*) from tickets.sight) + (select count(*) from tickets.found('tunnel', 'infinity', 9223372036854775807, 10))";
        assertThat(world.as(World.FAY, () -> {
            long before = world.rows().number(Sql.of(seen));
            world.rows().call(Sql.of("select set_config('whom.shut_outs', '', true)"));
            return before > 0 ? world.rows().number(Sql.of(seen)) : -1;
        })).isZero();
    }

    @Test
    void a_mistyped_word_is_answered_with_similar_subjects() {
        assertThat(result(new Actor.Account(World.FAY), "VPN dropz").similar()).extracting(TicketRow::subject).containsExactly("VPN drops");
        assertThat(result(new Actor.Account(World.LEO), "Abrechnugen").similar()).extracting(TicketRow::subject).containsExactly("Abrechnungen fehlen");
    }

    @Test
    void a_number_is_its_ticket() {
        assertThat(found(World.FAY, world.number(vpn).toLowerCase())).containsExactly("VPN drops");
        assertThat(found(World.LEO, world.number(vpn))).isEmpty();
    }

    @Test
    void a_new_subject_is_found_and_the_old_one_is_not() {
        long id = world.raised(World.ANN, World.ANN, World.NETWORK, "Walrus", "tusks");
        world.makes("update tickets.ticket set subject = 'Seal' where id = " + id);
        assertThat(found(World.FAY, "walrus")).isEmpty();
        assertThat(found(World.FAY, "seal tusks")).containsExactly("Seal");
    }

    @Test
    void erased_words_are_found_no_more() {
        long id = world.raised(World.ANN, World.ANN, World.NETWORK, "Erasing", "my birthday is secretday");
        world.makes("update conversations.message set text = '' where conversation_id = " + id);
        assertThat(found(World.FAY, "secretday")).isEmpty();
        assertThat(found(World.FAY, "erasing")).containsExactly("Erasing");
    }

    @Test
    void common_words_are_walked_to_and_give_the_same_pages_as_rare_ones() {
        for (int i = 0; i < 120; i++) {
            long id = world.raised(World.ANN, World.ANN, World.NETWORK, "Quokka " + i, i % 2 == 0 ? "smiles" : "frowns");
            world.makes("update tickets.ticket set updated_at = now() - %d * interval '1 minute' where id = %d".formatted(i * 7 % 60, id));
        }
        List<String> rare = pages("quokka"), smiling = pages("quokka smiles"), conditioned = pages("is:open quokka smiles");
        world.makes("create or replace function tickets.opened_by(the_keys bigint[]) returns text language sql as 'select $$true$$'"); // as for many keys
        assertThat(pages("quokka")).isEqualTo(rare);
        assertThat(found(World.LEO, "quokka")).isEmpty();
        world.makes("create or replace function tickets.expected(the_question tsquery, the_keys bigint[]) returns bigint language sql volatile as 'select case when the_question is null then 1 else 1000000000 end'");
        assertThat(pages("quokka")).hasSize(120).doesNotHaveDuplicates().isEqualTo(rare);
        assertThat(pages("quokka smiles")).hasSize(60).isEqualTo(smiling);
        assertThat(pages("is:open quokka smiles")).isEqualTo(conditioned).isEqualTo(smiling);
        assertThat(found(World.ANN, "certificate")).isEmpty();
        assertThat(found(World.LEO, "quokka")).isEmpty();
        assertThat(found(World.BEN, "quokka")).isEmpty();
    }

    private List<String> pages(String typed) {
        List<String> all = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            SearchResult page = world.as(World.FAY, () -> search.search(Filter.readAsSearch(typed), from, ZONE, "en"));
            page.rows().forEach(r -> all.add(r.number()));
            after = page.next();
        } while (after != null && all.size() < 500);
        return all;
    }

    private List<String> found(long person, String typed) {
        return result(new Actor.Account(person), typed).rows().stream().map(TicketRow::subject).toList();
    }

    private SearchResult result(Actor actor, String typed) {
        return world.as(actor, () -> search.search(Filter.readAsSearch(typed), null, ZONE, "en"));
    }

    private void say(long person, String thread, String text) {
        world.asks(person, "select conversations.say(id, ?, 'en', 'web') from conversations.thread where conversation_id = ? and kind = ?", text, vpn, thread);
    }
}
