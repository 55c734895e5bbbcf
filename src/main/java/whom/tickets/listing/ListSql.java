package whom.tickets.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.kernel.Sql;
import whom.tickets.filter.Criterion;
import whom.tickets.filter.Tables;

/**
 * How a list is read; docs/lists.md has the figures. What names few tickets is looked up. Else with few keys, each key's index
 * gives its first rows and they are merged; with many, the index of all is walked until enough is found.
 */
record ListSql(Criterion criterion, boolean narrow, List<Long> keys, Order order, @Nullable Place after, int wanted) {

    /** More than this, and walking past what is not in sight is cheaper than asking for each key. */
    static final int MANY = 40;

    boolean walks() {
        return !narrow && keys.size() > MANY;
    }

    /** Whether it is counted by passing over all open rows of the table of sight: nothing else is asked, and no index names the few that pass. */
    boolean isOfOpenSight() {
        return !narrow && order.isOfOpen() && criterion.sighted();
    }

    /** The ids in order, as {@code ticket_id} with the order's columns. */
    Sql ids() {
        return narrow ? lookedUp() : walks() ? walked() : merged();
    }

    private Sql lookedUp() {
        return Sql.of("select s.ticket_id, s.due_at, s.priority, s.updated_at from tickets.ticket t cross join lateral").then(inSight()).then("s where (").then(criterion.sql(Tables.TICKET)).then(")")
                .then(openOnly("t.stage not in ('solved', 'closed')"))
                .then(beyond("s.", "ticket_id")).then("order by " + order.by("s.", "ticket_id") + " limit ?", wanted);
    }

    /**
     * A ticket that was looked up, as it is in sight. The keys are a set to join: beside the policy's own, a second list of keys makes
     * the planner take an index that begins with the key, and walk through all that it opens for each ticket.
     */
    Sql inSight() {
        return Sql.of("(select s.* from tickets.sight s where s.ticket_id = t.id and s.key in (select k from unnest(?::bigint[]) k) limit 1)", keys);
    }

    private Sql walked() {
        return Sql.of("select distinct on (" + order.places("s.", "ticket_id") + ") s.ticket_id, s.due_at, s.priority, s.updated_at from").then(rows())
                .then("where s.key <= 0 and (").then(criterion.sql(Tables.TICKET_AND_SIGHT)).then(")").then(openOnly("s.is_open")).then(beyond("s.", "ticket_id"))
                .then("order by " + order.by("s.", "ticket_id") + " limit ?", wanted);
    }

    private Sql merged() {
        return Sql.of("select distinct on (" + order.places("s.", "ticket_id") + ") s.ticket_id, s.due_at, s.priority, s.updated_at from unnest(?::bigint[]) k cross join lateral (select s.* from", keys)
                .then(rows()).then("where s.key = k and (").then(criterion.sql(Tables.TICKET_AND_SIGHT)).then(")").then(openOnly("s.is_open")).then(beyond("s.", "ticket_id"))
                .then("order by " + order.by("s.", "ticket_id") + " limit ?) s", wanted).then("order by " + order.by("s.", "ticket_id") + " limit ?", wanted);
    }

    /** The ticket is fetched row by row, and only where sight alone cannot tell. */
    private Sql rows() {
        return criterion.sighted() ? Sql.of("tickets.sight s")
                : Sql.of("tickets.sight s cross join lateral (select t.* from tickets.ticket t where t.id = s.ticket_id offset 0) t");
    }

    private Sql openOnly(String condition) {
        return order.isOfOpen() ? Sql.of("and " + condition) : Sql.EMPTY;
    }

    private Sql beyond(String alias, String id) {
        if (after == null) {
            return Sql.EMPTY;
        }
        Sql place = switch (order) {
            case PROMISE -> Sql.of("(?, ", after.at());
            case PRIORITY -> Sql.of("(?, ?, ", after.priority(), after.at());
            case UPDATED -> Sql.of("(?, ", after.at());
        };
        return Sql.of("and " + order.after(alias, id)).then(place).then("coalesce((select p.id from tickets.ticket p where p.number = ?), 0))", after.number());
    }
}
