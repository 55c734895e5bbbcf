package whom.mail.incoming;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Letters of which nothing could be made, for administrators: when, how large, why. Never from whom, and never a word of them (P2). */
@Component
class SetAside {

    private final Rows rows;

    SetAside(Rows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public List<MailPage.Aside> all() {
        return rows.list(Sql.of("select key, received_at, size, failure from mail.set_aside()"),
                row -> new MailPage.Aside(row.text("key"), Objects.requireNonNull(row.time("received_at")), row.id("size"), row.text("failure")));
    }

    @Transactional(readOnly = true)
    public MailPage.Figures figures() {
        return rows.one(Sql.of("select * from mail.figures()"), row -> new MailPage.Figures(row.id("waiting"), row.time("last_in"), row.id("queued"), row.id("held_up"), row.id("given_up"), row.time("last_out"), row.id("loops"), row.is("sends")));
    }


    /** @throws NotFound when there is none of this key */
    @Transactional
    public void tryAgain(String key) {
        if (!rows.is(Sql.of("select mail.try_again(?)", key))) {
            throw new NotFound();
        }
    }
}
