package whom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import whom.Caller;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** One person is erased, and every table, column, index and statistic is searched for what they were known by and what was said to them. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ErasureTest {

    private static final List<String> WORDS = List.of("zaubarina", "quixworth", "glimmerfrog", "5550199");

    private final RunningWhom whom;
    private final World world;
    private final long theirs, bens;

    ErasureTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
        world.makes("update people.person set name = 'Zaubarina Quixworth', called = 'Dr Zaubarina Q.', phone = '+49 30 5550199', key = 'zaubarina-quixworth' where id = 101");
        world.makes("update access.account set key = 'zaubarina-quixworth', password = 'hash' where id = 101");
        world.makes("update people.address set address = 'zaubarina@quixworth.example' where person_id = 101");
        this.theirs = world.raised(World.ANN, World.ANN, World.NETWORK, "glimmerfrog subject", "glimmerfrog body");
        this.bens = world.raised(World.BEN, World.BEN, World.NETWORK, "The printer of zaubarina quixworth", "Ask Zaubarina Quixworth, zaubarina@quixworth.example, +49 30 5550199.");
        plant();
    }

    private void plant() {
        String main = "(select id from conversations.thread where kind = 'main' and conversation_id = " + theirs + ")";
        String notes = "(select id from conversations.thread where kind = 'notes' and conversation_id = " + theirs + ")";
        String other = "(select id from conversations.thread where kind = 'main' and conversation_id = " + bens + ")";
        for (String sql : List.of(
                "insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, \"right\", text, trimmed, html, mail_id) values (%d, %s, 'main', 106, 'Fay', 'team', 'Dear Zaubarina, glimmerfrog', 'glimmerfrog', '<p>glimmerfrog</p>', 'm1@quixworth.example')".formatted(theirs, main),
                "insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, \"right\", text) values (%d, %s, 'notes', 106, 'Fay', 'team', 'glimmerfrog note')".formatted(theirs, notes),
                "insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, \"right\", text, mail_id) values (%d, %s, 'main', 101, 'Dr Zaubarina Q.', 'let_in', 'glimmerfrog elsewhere', 'm2@quixworth.example')".formatted(bens, other),
                "with c as (insert into conversations.content (hash, size, bytes) values ('\\x01', 4, 'glimmerfrog file') returning id) insert into conversations.attachment (conversation_id, message_id, name, type, size, content_id) select %d, min(m.id), 'glimmerfrog.txt', 'text/plain', 4, c.id from conversations.message m, c where m.conversation_id = %d group by c.id".formatted(theirs, theirs),
                "insert into conversations.draft (account_id, thread_id, conversation_id, text) values (106, %s, %d, 'glimmerfrog draft'), (101, %s, %d, 'glimmerfrog too')".formatted(main, theirs, other, bens),
                "insert into conversations.thread (conversation_id, kind, subject, why) values (%d, 'side', 'glimmerfrog side', 'for Zaubarina')".formatted(theirs),
                "insert into conversations.seal_break (number, conversation_id, asked_by, purpose) values ('x', %d, 109, 'glimmerfrog purpose')".formatted(theirs),
                "insert into mail.incoming (hash, trusted, sender, raw, mail_id, conversation_id, state) values ('\\x01', true, 'zaubarina@quixworth.example', 'From: zaubarina@quixworth.example glimmerfrog', 'm3@quixworth.example', %d, 'done'), ('\\x02', true, 'zaubarina@quixworth.example', 'glimmerfrog', null, null, 'put_aside'), ('\\x03', true, 'ben@example.org', 'Cc: zaubarina@quixworth.example', null, %d, 'done')".formatted(theirs, bens),
                "insert into mail.outgoing (recipient_id, address, mail_id, kind, automatic, state, failure) values (101, 'zaubarina@quixworth.example', 'o1', 'answer', false, 'queued', ''), (101, 'zaubarina@quixworth.example', 'o2', 'answer', false, 'bounced', '550 <zaubarina@quixworth.example> unknown')",
                "insert into agreements.exception (agreement_id, function, unit_id, reason, grantor, from_day, until_day) values (71, 'Cover', 2, 'Zaubarina Quixworth is away', 'Zaubarina Quixworth', '2026-01-01', '2026-02-01')",
                "update people.membership set key = 'zaubarina-quixworth~finance~2020-01-01', reason = 'Quixworth moved' where person_id = 101",
                "update people.office set reason = 'after Zaubarina Quixworth left' where person_id = 103",
                "insert into standings.entitlement (key, service_id, scope, scope_person_id, valid_from, reason) values ('zaubarina-quixworth~network', 21, 'person', 101, '2020-01-01', 'glimmerfrog')",
                "insert into tickets.saved_view (owner_id, name, filter) values (101, 'glimmerfrog', 'is:open'), (106, 'For Zaubarina Quixworth', 'is:open for:zaubarina-quixworth')",
                "insert into access.session (hash, account_id, expires_at, device) values ('\\x09', 101, now() + interval '1 day', 'Quixworth phone')",
                "insert into access.token (hash, account_id, name, scopes, expires_at) values ('\\x09', 101, 'glimmerfrog', '{facts:read}', now() + interval '1 day')",
                "insert into access.link (hash, purpose, account_id, address, expires_at) values ('\\x09', 'sign_in', 101, 'zaubarina@quixworth.example', now() + interval '1 day')",
                "insert into access.attempt (hash, hour) values (sha256('address zaubarina@quixworth.example'), now())",
                "insert into portal.asking (account_id, text) values (101, 'glimmerfrog asking')",
                "insert into portal.asking_file (asking_id, name, size, bytes) select id, 'glimmerfrog', 1, 'glimmerfrog' from portal.asking",
                "update tickets.ticket set need = 'glimmerfrog need', stage_reason = 'glimmerfrog' where id = " + theirs,
                "analyze")) {
            world.makes(sql);
        }
    }

    @Test
    @Order(1)
    void what_was_planted_is_found_by_the_search_itself() {
        assertThat(everywhere()).hasSizeGreaterThan(25).anyMatch(f -> f.startsWith("statistics")).contains("conversations.content.bytes", "tickets.words.document", "people.person.name", "mail.incoming.raw");
    }

    @Test
    @Order(2)
    void only_who_protects_data_may_and_nobody_themselves() {
        for (long person : List.of(World.HAL, World.FAY, World.IDA, World.ANN)) {
            assertThat(Caller.by(world, whom, person, "administration", "conversations:read").post("/api/v1/people/zaubarina-quixworth/erasure", "{}").status()).isEqualTo(403);
            try (Visit visit = Visit.by(world, whom, person)) {
                visit.get("/account");
                assertThat(visit.get("/people/zaubarina-quixworth/erasure").status()).isEqualTo(403);
                assertThat(visit.post("/people/zaubarina-quixworth/erasure").status()).isEqualTo(403);
            }
            assertThat(world.asks(person, "select access.erase_person(101, 'x', '{}') or people.erase_person(101, 'x', '{}', '{}') or conversations.erase_person(101, '{}') or tickets.erase_person(101, 'x', '{}', '{}')"
                    + " or mail.erase_person(101, '{}') or standings.erase_person(101, '{}', '{}') or portal.erase_person(101, '{}') or calendars.erase_person(101, '{}')")).isEqualTo("f");
        }
        assertThat(Caller.by(world, whom, World.JON, "administration").post("/api/v1/people/jon/erasure", "{}").status()).isEqualTo(422);
        assertThat(Caller.by(world, whom, World.JON, "administration").post("/api/v1/people/nobody/erasure", "{}").status()).isEqualTo(404);
        assertThat(world.knows("select name from people.person where id = 101")).isEqualTo("Zaubarina Quixworth");
    }

    @Test
    @Order(3)
    void nothing_of_them_is_left_anywhere() {
        String facts = figures();
        try (Visit jon = Visit.by(world, whom, World.JON)) {
            assertThat(jon.get("/people/zaubarina-quixworth").body()).contains("/people/zaubarina-quixworth/erasure");
            assertThat(jon.get("/people/zaubarina-quixworth/erasure").body()).contains("Erase Zaubarina Quixworth");
            assertThat(jon.post("/people/zaubarina-quixworth/erasure").location()).isEqualTo("/people");
        }
        assertThat(everywhere()).isEmpty();
        assertThat(figures()).isEqualTo(facts);
    }

    @Test
    @Order(4)
    void what_must_remain_remains_without_the_name() {
        assertThat(world.knows("select text from conversations.message where conversation_id = " + bens + " and author_id = 102")).isEqualTo("Ask —, —, —.");
        assertThat(world.knows("select subject from tickets.ticket where id = " + bens)).isEqualTo("The printer of —");
        assertThat(world.knows("select stage from tickets.ticket where id = " + theirs)).isEqualTo("closed");
        assertThat(world.knows("select filter from tickets.saved_view where owner_id = 106")).matches("is:open for:erased-[0-9a-f-]{36}");
        assertThat(world.knows("select count(*) from log.event where verb = 'person.erased' and subject_id = 101 and account_id = 110")).isEqualTo("1");
        assertThat(world.knows("select reason from people.office where person_id = 103")).isEqualTo("after — left");
    }

    @Test
    @Order(5)
    void nobody_signs_in_as_them_finds_them_or_erases_them_twice() {
        assertThat(world.knows("select count(*) from access.sign_in_secret('zaubarina@quixworth.example')")).isEqualTo("0");
        Caller jon = Caller.by(world, whom, World.JON, "administration");
        assertThat(jon.get("/api/v1/people?q=quixworth").json().get("items").isEmpty()).isTrue();
        assertThat(jon.post("/api/v1/people/zaubarina-quixworth/erasure", "{}").status()).isEqualTo(404);
        assertThat(jon.post("/api/v1/people/" + world.knows("select key from people.person where id = 101") + "/erasure", "{}").status()).isEqualTo(404);
        assertThat(Caller.by(world, whom, World.FAY, "conversations:read").get("/api/v1/search?q=glimmerfrog").text()).doesNotContain("number");
        try (Visit fay = Visit.by(world, whom, World.FAY)) {
            assertThat(fay.get("/tickets/" + world.number(theirs)).status()).isEqualTo(200);
            assertThat(fay.get("/tickets/" + world.number(bens)).status()).isEqualTo(200);
        }
    }

    private String figures() {
        return world.knows("""
                select concat_ws(' ', (select count(*) from tickets.ticket), (select count(*) from conversations.message), (select count(*) from people.membership where person_id = 101),
                  (select count(*) from standings.entitlement where scope_person_id = 101), (select string_agg(opened_at::text, ' ' order by id) from tickets.ticket), (select count(*) from standings.asked))
                """);
    }

    /** Every column that can hold words, and what the planner remembers of them. */
    private List<String> everywhere() {
        var owner = world.database().asOwner();
        record Column(String place, String table, String name, String type) {}
        List<Column> columns = owner.sql("""
                select n.nspname || '.' || c.relname as place, a.attname as name, t.typname as type
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
                where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^pg_|^information_schema'
                """).query((row, n) -> new Column(row.getString(1) + "." + row.getString(2), row.getString(1), row.getString(2), row.getString(3))).list();
        String pattern = String.join("|", WORDS);
        String all = columns.stream().map(column -> "select '%s' where exists (select from %s where %s ~* '%s')".formatted(column.place, column.table,
                column.type.equals("bytea") ? "encode(\"" + column.name + "\", 'escape')" : "\"" + column.name + "\"::text", pattern)).collect(Collectors.joining(" union all "));
        List<String> found = new ArrayList<>(owner.sql(all).query(String.class).list());
        owner.sql("select schemaname || '.' || tablename || '.' || attname from pg_stats where concat_ws(' ', most_common_vals::text, histogram_bounds::text, most_common_elems::text) ~* '" + pattern + "'")
                .query(String.class).list().forEach(place -> found.add("statistics of " + place));
        long indexed = owner.sql("select count(*) from tickets.words where document @@ to_tsquery('english', 'glimmerfrog | quixworth | zaubarina')").query(Long.class).single();
        if (indexed > 0) {
            found.add("the index of words finds " + indexed);
        }
        return found;
    }
}
