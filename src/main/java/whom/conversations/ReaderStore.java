package whom.conversations;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Rights to read, by the functions that alone change them. */
@Repository
class ReaderStore {

    private final Rows rows;

    ReaderStore(Rows rows) {
        this.rows = rows;
    }

    List<Reader> readers(long conversation, String language) {
        return rows.list(Sql.of("""
                select "right", key, coalesce(team ->> ?, team ->> 'en', name) as name, team is not null as is_team, since, until, let_in, admitted
                from conversations.who_can_read(?)""", language, conversation),
                row -> new Reader(Right.of(row.text("right")), row.id("key"), row.text("name"), row.is("is_team"), instant(row, "since"), instant(row, "until"),
                        row.maybeText("let_in"), row.is("admitted")));
    }

    List<Reading> readings(long conversation, String language) {
        return rows.list(Sql.of("""
                select "right", coalesce(team ->> ?, team ->> 'en', '') as team, name, what, first_at, last_at from conversations.who_has_read(?)""", language, conversation),
                row -> new Reading(Right.of(row.text("right")), row.text("team"), row.text("name"), row.texts("what"), instant(row, "first_at"), instant(row, "last_at")));
    }

    Optional<String> letIn(LetIn letIn) {
        return rows.one(Sql.of("select conversations.let_in(?, ?::bigint, ?::bigint, ?::timestamptz, ?) as key", letIn.person(), letIn.conversation(), letIn.service(), letIn.until(), letIn.earlier()),
                row -> Optional.ofNullable(row.maybeText("key")));
    }

    boolean takeBack(String key) {
        return rows.is(Sql.of("select conversations.take_back(?)", key));
    }

    /** Policies leave the people of one's own organisation; whom a service forbids is told when it is tried. */
    List<Person> colleagues(String typed) {
        return rows.list(Sql.of("""
                select p.id, p.key, coalesce(nullif(p.called, ''), p.name) as name, p.place from people.person p
                where p.id <> (select access.me()) and p.erased_at is null
                  and (p.name ilike ? or p.called ilike ? or p.id = conversations.colleague_at(?))
                order by p.name, p.id limit 10""", like(typed), like(typed), typed),
                row -> new Person(row.id("id"), row.text("key"), row.text("name"), row.text("place")));
    }

    Optional<Person> colleague(String key) {
        return rows.first(Sql.of("select id, key, coalesce(nullif(called, ''), name) as name, place from people.person where key = ? and id <> (select access.me()) and erased_at is null", key),
                row -> new Person(row.id("id"), row.text("key"), row.text("name"), row.text("place")));
    }

    /** Any word of the name may begin so; what was typed is no pattern. */
    private static String like(String typed) {
        return "%" + typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    List<Readers.Given> given() {
        return rows.list(Sql.of("""
                select l.key, coalesce(nullif(p.called, ''), p.name, '') as name, c.number, l.service_id, l.until
                from conversations.let_in l left join people.person p on p.id = l.person_id left join conversations.conversation c on c.id = l.conversation_id
                where l.served_id = (select access.me()) and l.until > now() order by l.until, l.id"""),
                row -> new Readers.Given(row.text("key"), row.text("name"), row.maybeText("number"), row.maybeId("service_id"), instant(row, "until")));
    }

    boolean shutOut(long conversation, long person) {
        return rows.is(Sql.of("select conversations.shut_out(?, ?)", conversation, person));
    }

    boolean readmit(long conversation, long person) {
        return rows.is(Sql.of("select conversations.readmit(?, ?)", conversation, person));
    }

    boolean objectToRaiser(long conversation) {
        return rows.is(Sql.of("select conversations.object_to_raiser(?)", conversation));
    }

    Optional<String> deskWide(long service) {
        return rows.one(Sql.of("select conversations.desk_wide_reason(?) as reason", service), row -> Optional.ofNullable(row.maybeText("reason")));
    }

    static Instant instant(Row row, String column) throws SQLException {
        return Objects.requireNonNull(row.time(column));
    }
}
