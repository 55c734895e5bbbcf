package whom.mail.outgoing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.conversations.Deliveries;
import whom.conversations.Delivery;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** How the mails of a conversation stand. */
@Component
class SentMails implements Deliveries {

    private final Rows rows;

    SentMails(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Map<Long, List<Delivery>> of(long conversation) {
        record Of(long message, Delivery mail) {}
        return rows.list(Sql.of("select message_id, name, state, failure, at, attempts, next_at from mail.deliveries(?)", conversation), row -> new Of(row.id("message_id"),
                new Delivery(row.text("name"), row.text("state"), row.text("failure"), Objects.requireNonNull(row.time("at")), row.number("attempts") > 0 ? row.time("next_at") : null)))
                .stream().collect(Collectors.groupingBy(Of::message, Collectors.mapping(Of::mail, Collectors.toList())));
    }

    /** What did not arrive goes once more. @return how many @throws NotFound for whoever does not work on it */
    @Transactional
    public int again(UUID message) {
        return rows.one(Sql.of("select mail.send_again(?) as again", message), row -> Optional.ofNullable(row.maybeId("again"))).orElseThrow(NotFound::new).intValue();
    }
}
