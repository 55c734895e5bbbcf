package whom.tickets.raising;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.mail.Incoming;
import whom.tickets.TicketNumbers;

/** Mail that belongs to no ticket makes one. */
@Component
class ByMail implements Incoming {

    private final Rows rows;
    private final TicketNumbers numbers;

    ByMail(Rows rows, TicketNumbers numbers) {
        this.rows = rows;
        this.numbers = numbers;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Opened open(Matter matter) {
        var fresh = numbers.fresh();
        String subject = matter.subject().isBlank() ? "…" : matter.subject();
        long thread = rows.number(Sql.of("select thread_id from tickets.raise_by_mail(array[?::bigint], array[?::text], array[?::bigint], array[?::bigint], array[?::bigint], array[?::text], array[?::text])", fresh.id(), fresh.number(), matter.raiser(), matter.served(), matter.service(), subject,
                matter.language()));
        return new Opened(fresh.id(), fresh.number(), thread);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String subject(long conversation) {
        return rows.one(Sql.of("select tickets.subject_to_send(?) as subject", conversation), row -> row.text("subject"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void warn(long conversation) {
        rows.call(Sql.of("select tickets.warn(?)", conversation));
    }
}
