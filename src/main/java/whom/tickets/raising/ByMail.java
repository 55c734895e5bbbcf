package whom.tickets.raising;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
    public List<Opened> open(List<Matter> matters) {
        if (matters.isEmpty()) {
            return List.of();
        }
        List<TicketNumbers.Fresh> fresh = matters.stream().map(matter -> numbers.fresh()).toList();
        Map<Long, Long> threads = new HashMap<>();
        rows.list(Sql.of("select ticket_id, thread_id from tickets.raise_by_mail(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])",
                fresh.stream().map(TicketNumbers.Fresh::id).toList(), fresh.stream().map(TicketNumbers.Fresh::number).toList(), matters.stream().map(Matter::raiser).toList(),
                matters.stream().map(Matter::served).toList(), matters.stream().map(Matter::service).toList(),
                matters.stream().map(matter -> matter.subject().isBlank() ? "…" : matter.subject()).toList(), matters.stream().map(Matter::language).toList()),
                row -> threads.put(row.id("ticket_id"), row.id("thread_id")));
        return fresh.stream().map(each -> new Opened(each.id(), each.number(), threads.get(each.id()))).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String subject(long conversation) {
        return rows.one(Sql.of("select tickets.subject_to_send(?) as subject", conversation), row -> row.text("subject"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong team(long conversation) {
        Long team = rows.one(Sql.of("select tickets.team_to_send(?) as team", conversation), row -> Optional.ofNullable(row.maybeId("team"))).orElse(null);
        return team == null ? OptionalLong.empty() : OptionalLong.of(team);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void warn(long conversation) {
        rows.call(Sql.of("select tickets.warn(?)", conversation));
    }
}
