package whom.conversations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.PublicNumber;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Breaking the seal takes two people, only reads, ends by itself, and is told (P4). */
@Component
public class Seals {

    private final Rows rows;

    Seals(Rows rows) {
        this.rows = rows;
    }

    /** A number that names nothing is taken in like any other. */
    @Transactional
    public String ask(AskToBreak ask) {
        String number = PublicNumber.read(ask.number()).orElseThrow(() -> new Refused("number", "conversations.seal.number"));
        if (ask.purpose().strip().length() < 10) {
            throw new Refused("purpose", "conversations.seal.purpose");
        }
        if (ask.hours() < 1 || ask.hours() > 24) {
            throw new Refused("hours", "conversations.seal.hours");
        }
        boolean delayed = ask.ground() != null && !ask.ground().isBlank();
        if (delayed && ask.tellAt() == null) {
            throw new Refused("tellAt", "conversations.seal.tell_at");
        }
        return rows.one(Sql.of("select conversations.ask_to_break(?, ?, ?, ?, ?::timestamptz) as key", number, ask.purpose().strip(), ask.hours(), delayed ? ask.ground() : null, delayed ? ask.tellAt() : null),
                row -> Optional.ofNullable(row.maybeText("key"))).orElseThrow(NotFound::new);
    }

    /** One's own asks, and for keepers and the data protection officer all; the latest first. */
    @Transactional(readOnly = true)
    public List<SealBreak> list() {
        return list(Sql.EMPTY);
    }

    /** Those of one's own conversation that may be told by now. */
    @Transactional(readOnly = true)
    public List<SealBreak> of(String number) {
        return list(Sql.of("and b.number = ? and b.since is not null", number));
    }

    private List<SealBreak> list(Sql which) {
        return rows.list(Sql.of("""
                select b.key, b.number, coalesce(nullif(p.called, ''), p.name, '') as asked_by, b.asked_at, b.purpose, b.hours, b.until, b.delay_ground, b.tell_at,
                       b.asked_by = (select access.me()) as mine, conversations.may_decide(b.id) as may_decide,
                       case when b.refused then 'REFUSED' when b.until > now() then 'OPEN' when b.until is not null then 'ENDED'
                            when b.asked_at > now() - interval '7 days' then 'ASKED' else 'LAPSED' end as state
                from conversations.seal_break b left join people.person p on p.id = b.asked_by where true""").then(which).then("order by b.asked_at desc, b.id desc limit 200"),
                row -> new SealBreak(row.text("key"), row.text("number"), row.text("asked_by"), ReaderStore.instant(row, "asked_at"), row.text("purpose"), row.number("hours"),
                        SealBreak.State.valueOf(row.text("state")), row.time("until"), row.maybeText("delay_ground"), row.time("tell_at"), row.is("mine"), row.is("may_decide")));
    }

    @Transactional
    public void decide(String key, boolean yes) {
        found(rows.is(Sql.of("select conversations.decide_break(?, ?)", key, yes)));
    }

    @Transactional
    public void end(String key) {
        found(rows.is(Sql.of("select conversations.end_break(?)", key)));
    }

    @Transactional
    public void renewDelay(String key, String ground, Instant tellAt) {
        found(rows.is(Sql.of("select conversations.renew_delay(?, ?, ?)", key, ground, tellAt)));
    }

    /** How many there were, for everybody to see. */
    @Transactional(readOnly = true)
    public List<Month> published() {
        return rows.list(Sql.of("select month, asked, broken, delayed from conversations.seal_breaks() limit 36"),
                row -> new Month(java.util.Objects.requireNonNull(row.date("month")), row.id("asked"), row.id("broken"), row.id("delayed")));
    }

    public record Month(LocalDate first, long asked, long broken, long delayed) {}

    private static void found(boolean done) {
        if (!done) {
            throw new NotFound();
        }
    }
}
