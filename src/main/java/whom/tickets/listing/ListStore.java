package whom.tickets.listing;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.Stage;
import whom.tickets.filter.Asking;
import whom.tickets.filter.Criterion;
import whom.tickets.filter.Reference;
import whom.tickets.filter.Tables;

/** Every statement that reads many tickets. */
@Component
class ListStore {

    static final int COUNTED = 10_000;
    /** A subject's words that name more than this are walked to. */
    private static final int RARE = 2_000;

    /** Of the ids in i: the ticket, row by row under its policy, and everybody's name. */
    static final String JOINS = """
            cross join lateral (select t.* from tickets.ticket t where t.id = i.ticket_id offset 0) t
            left join people.person p on p.id = t.served_id
            left join people.person a on a.id = t.assignee_id
            left join people.team m on m.id = t.team_id
            left join services.service e on e.id = t.service_id
            """;

    private final Rows rows;

    ListStore(Rows rows) {
        this.rows = rows;
    }

    Asker asker(Instant now, ZoneId zone) {
        return rows.one(Sql.of("select access.me() as me, array(select k from unnest(access.keys()) k where k <= 0) as keys"), row -> {
            List<Long> keys = row.ids("keys");
            return new Asker(new Asking(row.id("me"), keys.stream().filter(k -> k < 0).map(k -> -k).toList(), now, zone), keys);
        });
    }

    /** Rows with all their names, in one statement. */
    List<TicketRow> rows(ListSql sql, String language) {
        if (sql.walks()) {
            // else the planner, who cannot know how many keys there are, sorts all that they open
            rows.call(Sql.of("select set_config('enable_sort', 'off', true)"));
        }
        try {
            return rows.list(named(language, "i.due_at").then("from (").then(sql.ids()).then(") i").then(JOINS).then("order by").then(sql.order().by("i.", "ticket_id")), ListStore::row);
        } finally {
            if (sql.walks()) {
                rows.call(Sql.of("select set_config('enable_sort', 'on', true)"));
            }
        }
    }

    Optional<TicketRow> one(String number, String language) {
        return rows.first(named(language, Tables.TICKET.due()).then("from (select id as ticket_id from tickets.ticket where number = ?) i", number).then(JOINS), ListStore::row);
    }

    /** @param due where to find what is due next */
    static Sql named(String language, String due) {
        return Sql.of("select " + due + " as next_due_at,").then("""
                       t.*, coalesce(nullif(p.called, ''), p.name) as served_name, p.key as served_key, p.place as served_place,
                       coalesce(nullif(a.called, ''), a.name) as assignee_name, a.key as assignee_key, t.assignee_id = access.me() as mine,
                       coalesce(m.name ->> ?, m.name ->> 'en', m.key) as team_name, m.key as team_key,
                       coalesce(e.name ->> ?, e.name ->> 'en', e.key) as service_name, e.key as service_key
                """, language, language);
    }

    /** @param rows that were passed over; beyond {@link #COUNTED} the counts are of some of them only */
    record Passed(int rows, List<Integer> counts) {}

    /** How many pass each, in one pass over the open rows of the table of sight. */
    Passed passed(List<Criterion> each, List<Long> keys) {
        List<Sql> columns = new ArrayList<>();
        columns.add(Sql.of("(select count(*) from seen) as rows"));
        for (int i = 0; i < each.size(); i++) {
            columns.add(Sql.of("count(*) filter (where").then(each.get(i).sql(Tables.TICKET_AND_SIGHT)).then(") as c" + i));
        }
        return rows.one(Sql.of("""
                with seen as materialized (
                    select s.ticket_id, s.stage, s.due_at, s.updated_at, s.priority, s.service_id, s.team_id, s.assignee_id
                    from tickets.sight s where s.key = any (?) and s.is_open limit ?)
                select""", keys, COUNTED + 1).then(Sql.join(", ", columns)).then("from (select distinct on (seen.ticket_id) seen.* from seen) s"),
                row -> new Passed(row.number("rows"), counts(row, each.size())));
    }

    private static List<Integer> counts(Row row, int many) throws SQLException {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            counts.add(row.number("c" + i));
        }
        return counts;
    }

    /** One statement for all; null for what cannot be counted. */
    List<@Nullable Integer> counts(List<@Nullable ListSql> each) {
        List<Sql> columns = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            ListSql sql = each.get(i);
            columns.add((sql == null ? Sql.of("null::bigint") : Sql.of("(select count(*) from (").then(counted(sql)).then(") x)")).then("as c" + i));
        }
        if (columns.isEmpty()) {
            return List.of();
        }
        return rows.one(Sql.of("select").then(Sql.join(", ", columns)), row -> {
            List<@Nullable Integer> counts = new ArrayList<>();
            for (int i = 0; i < each.size(); i++) {
                Long count = row.maybeId("c" + i);
                counts.add(count == null ? null : count.intValue());
            }
            return counts;
        });
    }

    /** What sight cannot tell is looked at among the first of what it can. */
    private static Sql counted(ListSql sql) {
        if (sql.narrow()) {
            return Sql.of("select from tickets.ticket t cross join lateral").then(sql.inSight()).then("s where (").then(sql.criterion().sql(Tables.TICKET))
                    .then(") limit ?", COUNTED + 1);
        }
        String open = sql.order().isOfOpen() ? "and s.is_open" : "";
        if (sql.criterion().sighted()) {
            return Sql.of("select distinct s.ticket_id from tickets.sight s where s.key = any (?) " + open + " and (", sql.keys())
                    .then(sql.criterion().sql(Tables.TICKET_AND_SIGHT)).then(") limit ?", COUNTED + 1);
        }
        return Sql.of("select from (select distinct s.ticket_id from tickets.sight s where s.key = any (?) " + open + " limit ?) s", sql.keys(), COUNTED + 1)
                .then("cross join lateral (select t.* from tickets.ticket t where t.id = s.ticket_id offset 0) t where (").then(sql.criterion().sql(Tables.TICKET)).then(")");
    }

    /** What a filter's names stand for; a service stands for itself and all below it. One statement, none without names. */
    Map<Reference, List<Long>> find(Set<Reference> references) {
        if (references.isEmpty()) {
            return Map.of();
        }
        List<Reference> asked = List.copyOf(references);
        List<Sql> each = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            each.add(Sql.of("select " + i + " as n, id from (").then(lookUp(asked.get(i))).then("limit 1000) x"));
        }
        Map<Reference, List<Long>> found = new HashMap<>();
        rows.list(Sql.join(" union all ", each.stream().map(s -> new Sql("(" + s.text() + ")", s.parameters())).toList()), row -> {
            found.computeIfAbsent(asked.get(row.number("n")), r -> new ArrayList<>()).add(row.id("id"));
            return null;
        });
        return found;
    }

    private static Sql lookUp(Reference reference) {
        String name = reference.name();
        return switch (reference.kind()) {
            case SERVICE -> Sql.of("select b as id from services.service s cross join lateral services.below(s.id) b where s.key = ? or lower(s.name ->> 'en') = lower(?) or lower(s.name ->> 'de') = lower(?)", name, name, name);
            case OFFERING -> Sql.of("select o.id from services.offering o where o.key = ? or lower(o.name ->> 'en') = lower(?) or lower(o.name ->> 'de') = lower(?)", name, name, name);
            case TEAM -> Sql.of("select m.id from people.team m where m.key = ? or lower(m.name ->> 'en') = lower(?) or lower(m.name ->> 'de') = lower(?)", name, name, name);
            case PERSON -> Sql.of("select p.id from people.person p where p.key = ? or lower(p.name) = lower(?) or p.id in (select d.person_id from people.address d where d.address = lower(?) and d.until > now())", name, name, name);
        };
    }

    /** Null where the words are too common, or too short, to be looked up. */
    @Nullable List<Long> naming(String words) {
        return rows.one(Sql.of("select tickets.naming(?, ?) as ids", words, RARE), row -> row.values().getArray("ids") == null ? new Named(null) : new Named(row.ids("ids"))).ids();
    }

    private record Named(@Nullable List<Long> ids) {}

    static TicketRow row(Row row) throws SQLException {
        Instant due = requireNonNull(row.time("next_due_at"));
        Instant promised = requireNonNull(row.time("due_at"));
        return new TicketRow(row.text("number"), row.text("kind"), row.text("subject"), Stage.of(row.text("stage")), row.time("stage_until"),
                row.number("impact"), row.number("urgency"), row.number("priority"), row.text("channel"), row.text("language"),
                requireNonNull(row.time("opened_at")), row.time("answered_at"), row.time("solved_at"), row.time("closed_at"), requireNonNull(row.time("updated_at")),
                due, promised, due.isBefore(promised) ? row.maybeText("behind_due_of") : null, row.number("version"),
                row.text("served_name"), row.text("served_key"), row.text("served_place"), row.maybeText("assignee_name"), row.maybeText("assignee_key"),
                row.maybeText("team_name"), row.maybeText("team_key"), row.maybeText("service_name"), row.maybeText("service_key"), row.is("mine"));
    }
}
