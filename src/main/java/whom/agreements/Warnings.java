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
    public List<Warning> mine(String language) {
        return rows.list(Sql.of("""
                select w.key, t.number, w.clock, w.minutes, w.due_at, w.at, w.seen_at is not null as seen, t.stage in ('solved', 'closed') as over,
                  (select coalesce(a.name ->> ?, a.name ->> 'en') from agreements.version v join agreements.agreement a on a.id = v.agreement_id and a.kind <> 'customer' where v.id = w.version_id) as behind
                from (select * from agreements.warning o where account_id = access.me()
                        -- what came by mail stands here too, once
                        and (channel = 'desk' or not exists (select from agreements.warning d where d.account_id = o.account_id and d.channel = 'desk' and d.ticket_id = o.ticket_id and d.version_id is not distinct from o.version_id
                          and d.clock = o.clock and d.run_from = o.run_from and d.minutes = o.minutes)) order by id desc limit ?) w cross join lateral (select * from tickets.ticket t where t.id = w.ticket_id offset 0) t
                order by w.id desc
                """, language, SHOWN), row -> new Warning(row.text("key"), row.text("number"), row.text("clock"), row.number("minutes"), requireNonNull(row.time("due_at")), requireNonNull(row.time("at")), row.is("seen"), row.is("over"), row.text("behind")));
    }

    /** One, or all of them. */
    @Transactional
    public void see(String key) {
        if (!rows.is(Sql.of("select agreements.see(?)", key)) && !key.isEmpty()) {
            throw new NotFound();
        }
    }
}
