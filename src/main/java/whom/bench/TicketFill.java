package whom.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import whom.database.TableCopy;
import whom.kernel.PublicNumber;

/** Tickets and all that hangs on them, as the triggers would have written it, by {@code COPY}. */
final class TicketFill {

    static final String[] TABLES = {"conversations.conversation", "conversations.reader", "conversations.thread", "conversations.message", "tickets.ticket", "tickets.on_ticket", "tickets.sight",
            "tickets.words", "standings.asked", "log.event"};
    private static final String[] KINDS = {"served", "team", "served", "team", "team"};

    private final Size size;
    private final PublicNumber numbers;
    private final Instant now;
    private final Prose prose = new Prose();
    private final Consumer<String> progress;

    TicketFill(Size size, PublicNumber numbers, Instant now, Consumer<String> progress) {
        this.size = size;
        this.numbers = numbers;
        this.now = now;
        this.progress = progress;
    }

    private interface Write {
        void row(TableCopy to, MadeTicket ticket) throws SQLException;
    }

    void tickets(Connection owner) throws SQLException {
        table(owner, "conversations.conversation", "id, number, served_id, raised_by, service_id, opened_at, closed_at",
                (to, t) -> to.row(t.id(), numbers.of(t.id()), t.served(), t.served(), t.service(), t.openedAt(), t.closedAt()));
        table(owner, "tickets.ticket", "id, number, served_id, raised_by, service_id, subject, stage, stage_since, priority, team_id, assignee_id, opened_at, answered_at, solved_at, closed_at, due_at, updated_at",
                (to, t) -> to.row(t.id(), numbers.of(t.id()), t.served(), t.served(), t.service(), subject(t), t.stage(), t.updatedAt(), t.priority(), t.team(), t.assigned() ? t.agent() : null,
                        t.openedAt(), t.openedAt().plusSeconds(3_600), t.solvedAt(), t.closedAt(), t.isOpen() ? t.dueAt() : "infinity", t.updatedAt()));
        table(owner, "tickets.on_ticket", "id, ticket_id, team_id, why, since", (to, t) -> {
            to.row(t.id() * 2, t.id(), t.team(), "holds", t.openedAt());
            if (t.secondTeam() != null) {
                to.row(t.id() * 2 + 1, t.id(), t.secondTeam(), "asked_in", t.openedAt());
            }
        });
        table(owner, "standings.asked", "ticket_id, ticket_key, person_id, service_id, opened",
                (to, t) -> to.row(t.id(), numbers.of(t.id()), t.served(), t.service(), t.openedAt().atZone(ZoneOffset.UTC).toLocalDate()));
        table(owner, "log.event", "at, account_id, verb, subject, subject_id, data", (to, t) -> {
            to.row(t.openedAt(), t.served(), "ticket.raised", "ticket", t.id(), "{\"service\": " + t.service() + ", \"channel\": \"web\"}");
            if (!t.isOpen()) {
                to.row(t.updatedAt(), t.agent(), "ticket.solved", "ticket", t.id(), "{}");
            }
        });
    }

    void rights(Connection owner) throws SQLException {
        table(owner, "conversations.thread", "id, conversation_id, kind, opened_at", (to, t) -> {
            to.row(t.mainThread(), t.id(), "main", t.openedAt());
            to.row(t.mainThread() + 1, t.id(), "notes", t.openedAt());
        });
        table(owner, "conversations.reader", "conversation_id, key, \"right\", agents, since, source_id", (to, t) -> {
            to.row(t.id(), t.served(), "served", false, t.openedAt(), null);
            to.row(t.id(), -t.team(), "team", true, t.openedAt(), t.id() * 2);
            if (t.secondTeam() != null) {
                to.row(t.id(), -t.secondTeam(), "team", true, t.openedAt(), t.id() * 2 + 1);
            }
        });
        table(owner, "tickets.sight", "ticket_id, key, since, until, is_open, stage, due_at, updated_at, priority, service_id, team_id, assignee_id", (to, t) -> {
            sight(to, t, t.served());
            sight(to, t, -(long) t.team());
            if (t.secondTeam() != null) {
                sight(to, t, -(long) t.secondTeam());
            }
        });
    }

    private static void sight(TableCopy to, MadeTicket t, long key) throws SQLException {
        to.row(t.id(), key, t.openedAt(), "infinity", t.isOpen(), t.stage(), t.isOpen() ? t.dueAt() : "infinity", t.updatedAt(), t.priority(), t.service(), t.team(), t.assigned() ? t.agent() : null);
    }

    void messages(Connection owner) throws SQLException {
        table(owner, "conversations.message", "conversation_id, thread_id, audience, author_id, sender, \"right\", text, language, sent_at", (to, t) -> {
            var random = new Random(t.id() * 31);
            for (int m = 0; m < Size.MESSAGES; m++) {
                boolean served = KINDS[m].equals("served");
                boolean note = m == 3;
                String text = prose.text(random, 12 + random.nextInt(30)) + (m == 2 ? " " + Prose.rare(t.id()) : "");
                to.row(t.id(), note ? t.mainThread() + 1 : t.mainThread(), note ? "notes" : "main", served ? t.served() : t.agent(), "Person " + (served ? t.served() : t.agent()), KINDS[m],
                        text, "en", t.openedAt().plusSeconds(m * 4_000L));
            }
        });
    }

    private String subject(MadeTicket t) {
        return prose.text(new Random(t.id() * 17), 6);
    }

    private void table(Connection owner, String table, String columns, Write write) throws SQLException {
        try (var to = new TableCopy(owner, table, columns)) {
            for (long id = 1; id <= size.tickets(); id++) {
                write.row(to, MadeTicket.of(id, size, now));
                if (id % 100_000 == 0) {
                    progress.accept(table + " " + id * 100 / size.tickets() + " %");
                }
            }
        }
    }

    /** Of a share of the tickets, so that several connections can do it side by side. */
    void words(Connection owner, int share, int shares) throws SQLException {
        long step = Math.max(1, Math.min(20_000, size.tickets() / shares + 1));
        try (var statement = owner.prepareStatement("""
                insert into tickets.words (ticket_id, plain, document, keys)
                select t.id, t.subject || ' ' || t.number, setweight(tickets.stemmed(t.subject), 'A')
                  || setweight(tickets.stemmed(string_agg(m.text, ' ' order by m.id) filter (where m.audience = 'main')), 'B')
                  || setweight(tickets.stemmed(string_agg(m.text, ' ' order by m.id) filter (where m.audience = 'notes')), 'D'), k.keys
                from tickets.ticket t join conversations.message m on m.conversation_id = t.id
                join (select s.ticket_id, array_agg(s.key) as keys from tickets.sight s where s.ticket_id between ? and ? group by s.ticket_id) k on k.ticket_id = t.id
                where t.id between ? and ? and m.conversation_id between ? and ? group by t.id, k.keys""")) {
            for (long from = 1 + share * step; from <= size.tickets(); from += step * shares) {
                long to = Math.min(size.tickets(), from + step - 1);
                for (int i = 0; i < 3; i++) {
                    statement.setLong(1 + i * 2, from);
                    statement.setLong(2 + i * 2, to);
                }
                statement.execute();
                progress.accept("words for searching " + to * 100 / size.tickets() + " %");
            }
        }
    }

    void finish(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("select setval('conversations.conversation_id', (select max(id) / 64 * 64 + 65 from conversations.conversation))");
            for (String table : new String[] {"conversations.thread", "tickets.on_ticket"}) {
                statement.execute("select setval(pg_get_serial_sequence('" + table + "', 'id'), (select max(id) from " + table + "))");
            }
        }
    }
}
