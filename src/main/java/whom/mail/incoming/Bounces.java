package whom.mail.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.mail.Incoming;
import whom.mail.reports.Bounce;
import whom.mail.reports.Classification;

/** Reports that a mail of ours did not arrive: they stand at the message that it carried, and whoever works on the ticket is warned. */
@Component
class Bounces {

    /** How we write the ids of our mails; some reports only quote them. */
    private static final Pattern OURS = Pattern.compile("\\b(w\\.[0-9a-f]{32}@[\\w.-]{1,253})");
    private static final int FURTHEST = 50_000;

    private final Rows rows;
    private final Incoming tickets;

    Bounces(Rows rows, Incoming tickets) {
        this.rows = rows;
        this.tickets = tickets;
    }

    /** Whether it was about a mail of ours. */
    boolean came(Arrived report, OptionalLong signed) {
        Optional<Long> mail = signed.isPresent() ? Optional.of(signed.getAsLong()) : returned(report);
        mail.ifPresent(id -> bounced(id, report.read().bounces()));
        return mail.isPresent();
    }

    private Optional<Long> returned(Arrived report) {
        List<String> ids = new ArrayList<>();
        Classification.returned(report.part()).map(Plain::id).ifPresent(ids::add);
        ids.addAll(report.before());
        String text = report.read().text();
        OURS.matcher(text.substring(0, Math.min(FURTHEST, text.length()))).results().limit(5).map(m -> m.group(1)).forEach(ids::add);
        return ids.isEmpty() ? Optional.empty() : rows.first(Sql.of("select id from mail.outgoing where mail_id = any (?) order by id desc limit 1", ids), row -> row.id("id"));
    }

    private void bounced(long mail, List<Bounce> found) {
        String why = found.stream().map(b -> b.reason() == null ? "" : b.reason().name().toLowerCase(java.util.Locale.ROOT)).filter(w -> !w.isEmpty()).findFirst().orElse("unknown");
        if (rows.change(Sql.of("update mail.outgoing set state = 'bounced', failure = ?, secret = null where id = ? and state <> 'bounced'", why, mail)) == 0) {
            return;
        }
        rows.list(Sql.of("""
                insert into log.event (account_id, verb, subject, subject_id, data)
                select null, 'ticket.mail_bounced', 'ticket', conversation_id, jsonb_build_object('message', message_id, 'person', recipient_id, 'reason', ?::text)
                from mail.outgoing where id = ? and conversation_id is not null returning subject_id
                """, why, mail), row -> row.id("subject_id")).forEach(tickets::warn);
    }
}
