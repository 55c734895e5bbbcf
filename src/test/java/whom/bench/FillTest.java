package whom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.database.TestDatabase;
import whom.database.WithDatabase;

/** What is copied in is what daily use would have written, or the figures would be of another product. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FillTest {

    private static final Size SMALL = new Size(200, 300, 30, 40, 40, 20, 40);

    private final TestDatabase database;

    FillTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    void fill() throws Exception {
        new Fill(database::connectAsOwner, SMALL, _ -> {}).run();
    }

    @Test
    void the_table_of_sight_follows_the_rights() {
        assertThat(number("""
                select count(*) from (
                  select r.conversation_id, r.key, t.updated_at, t.due_at, t.stage, t.team_id, t.assignee_id, t.priority from conversations.reader r join tickets.ticket t on t.id = r.conversation_id
                  except select ticket_id, key, updated_at, due_at, stage, team_id, assignee_id, priority from tickets.sight) x""")).isZero();
        assertThat(number("select count(*) from tickets.sight")).isEqualTo(number("select count(*) from conversations.reader"));
    }

    @Test
    void rights_follow_the_teams_that_are_on_a_ticket() {
        assertThat(number("select count(*) from tickets.on_ticket o where not exists (select from conversations.reader r where r.source_id = o.id and r.key = -o.team_id and r.agents)")).isZero();
    }

    @Test
    void what_was_said_is_found_again_with_five_messages_a_ticket() {
        assertThat(number("select count(*) from conversations.message")).isEqualTo(200 * Size.MESSAGES);
        assertThat(number("select count(*) from tickets.words where document @@ to_tsquery('pg_catalog.english', '" + Prose.rare(55) + "')")).isEqualTo(10);
    }

    @Test
    void keys_indexes_and_triggers_are_back_and_new_ids_are_free() {
        assertThat(number("select count(*) from pg_trigger where tgenabled = 'D'")).isZero();
        assertThat(number("select count(*) from pg_index where not indisvalid")).isZero();
        assertThat(number("select count(*) from pg_constraint where contype = 'f' and conrelid = 'tickets.ticket'::regclass")).isGreaterThan(4);
        assertThat(number("select nextval('conversations.conversation_id') - max(id) from conversations.conversation")).isPositive();
    }

    @Test
    void those_who_are_asked_as_read_what_they_should() {
        assertThat(number("select count(*) from tickets.sight where key = " + SMALL.served())).isEqualTo(20);
        assertThat(number("select count(distinct s.ticket_id) from tickets.sight s join access.reader_key k on k.key = s.key where k.account_id = " + SMALL.all())).isEqualTo(200);
        assertThat(number("select count(*) from access.reader_key where account_id = " + SMALL.some())).isEqualTo(SMALL.teams() / 20);
    }

    private long number(String sql) {
        return database.asOwner().sql(sql).query(Long.class).single();
    }
}
