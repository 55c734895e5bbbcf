package whom.agreements;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** The warnings that went to the one who asks, newest first. */
@Component
class Warnings {

    private static final int SHOWN = 100;

    private final Rows rows;

    Warnings(Rows rows) {
        this.rows = rows;
    }

    /** Of tickets that they may still read. */
    @Transactional(readOnly = true)
    public List<Warning> mine() {
        return rows.list(Sql.of("""
                select w.key, t.number, w.clock, w.minutes, w.due_at, w.at, w.seen_at is not null as seen, t.stage in ('solved', 'closed') as over
                from (select * from agreements.warning where account_id = access.me() and channel = 'desk' order by id desc limit ?) w cross join lateral (select * from tickets.ticket t where t.id = w.ticket_id offset 0) t
                order by w.id desc
                """, SHOWN), row -> new Warning(row.text("key"), row.text("number"), row.text("clock"), row.number("minutes"), requireNonNull(row.time("due_at")), requireNonNull(row.time("at")), row.is("seen"), row.is("over")));
    }

    /** One, or all of them. */
    @Transactional
    public void see(String key) {
        if (!rows.is(Sql.of("select agreements.see(?)", key)) && !key.isEmpty()) {
            throw new NotFound();
        }
    }
}
