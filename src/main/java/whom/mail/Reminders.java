package whom.mail;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Mail to agents that something becomes due. What comes within a minute goes in one mail to each. */
@Component
public class Reminders {

    private final Rows rows;

    Reminders(Rows rows) {
        this.rows = rows;
    }

    /** In the transaction that found out. Whoever has no confirmed address gets none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(List<Long> people, long ticket, String clock, Instant due) {
        rows.call(Sql.of("select mail.tell_due(?, ?, ?, ?)", people, ticket, clock, due));
    }
}
