package whom.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import whom.kernel.PublicNumber;

/** Puts tickets and what was said into the database; rights, sight and words follow by the same rules as in daily use. */
final class TicketLoader {

    private final Connection connection;
    private final DemoOrganisation of;
    private final PublicNumber numbers;

    TicketLoader(Connection connection, DemoOrganisation of, PublicNumber numbers) {
        this.connection = connection;
        this.of = of;
        this.numbers = numbers;
    }

    void load(List<DemoTicket> tickets) throws SQLException {
        conversations(tickets);
        tickets(tickets);
        teams(tickets);
        messages(tickets);
        facts(tickets);
    }

    private void conversations(List<DemoTicket> tickets) throws SQLException {
        try (var conversation = new Batch(connection, "conversations.conversation", "id, number, served_id, raised_by, service_id, opened_at, closed_at")) {
            for (DemoTicket t : tickets) {
                conversation.add(t.id(), numbers.of(t.id()), t.served().id(), t.served().id(), of.services.get(t.service()), t.openedAt(), t.closedAt());
            }
        }
        try (var thread = new Batch(connection, "conversations.thread", "id, conversation_id, kind, opened_at");
             var reader = new Batch(connection, "conversations.reader", "conversation_id, key, \"right\", agents, since")) {
            for (DemoTicket t : tickets) {
                thread.add(main(t), t.id(), "main", t.openedAt());
                thread.add(main(t) + 1, t.id(), "notes", t.openedAt());
                reader.add(t.id(), t.served().id(), "served", false, t.openedAt());
            }
        }
    }

    private static long main(DemoTicket ticket) {
        return ticket.id() * 2;
    }

    private void tickets(List<DemoTicket> tickets) throws SQLException {
        try (var ticket = new Batch(connection, "tickets.ticket", "id, number, kind, served_id, raised_by, service_id, subject, stage, stage_since, impact, urgency, priority, team_id, "
                + "assignee_id, channel, language, opened_at, answered_at, solved_at, closed_at, updated_at")) {
            for (DemoTicket t : tickets) {
                ticket.add(t.id(), numbers.of(t.id()), t.kind(), t.served().id(), t.served().id(), of.services.get(t.service()), t.subject(), t.stage(), t.updatedAt(), t.impact(), t.urgency(),
                        t.impact() + t.urgency() - 1, of.teams.get(t.team()), t.assignee() == null ? null : t.assignee().id(), t.channel(), t.served().language(), t.openedAt(), t.answeredAt(),
                        t.solvedAt(), t.closedAt(), t.updatedAt());
            }
        }
    }

    private void teams(List<DemoTicket> tickets) throws SQLException {
        try (var onTicket = new Batch(connection, "tickets.on_ticket", "ticket_id, team_id, why, since")) {
            for (DemoTicket t : tickets) {
                onTicket.add(t.id(), of.teams.get(t.team()), "holds", t.openedAt());
            }
        }
    }

    private void messages(List<DemoTicket> tickets) throws SQLException {
        try (var message = new Batch(connection, "conversations.message", "conversation_id, thread_id, audience, author_id, sender, channel, text, language, sent_at")) {
            for (DemoTicket t : tickets) {
                for (DemoTicket.Said said : t.said()) {
                    message.add(t.id(), said.note() ? main(t) + 1 : main(t), said.note() ? "notes" : "main", said.by().id(), said.by().name(),
                            said.by().equals(t.served()) ? t.channel() : "web", said.text(), t.served().language(), said.at());
                }
            }
        }
    }

    private void facts(List<DemoTicket> tickets) throws SQLException {
        try (var asked = new Batch(connection, "standings.asked", "ticket_id, ticket_key, person_id, service_id, opened");
             var event = new Batch(connection, "log.event", "at, account_id, verb, subject, subject_id, data::jsonb")) {
            for (DemoTicket t : tickets) {
                asked.add(t.id(), numbers.of(t.id()), t.served().id(), of.services.get(t.service()), t.openedAt().atZone(ZoneOffset.UTC).toLocalDate());
                event.add(t.openedAt(), t.served().id(), "ticket.raised", "ticket", t.id(), "{\"service\": %d, \"channel\": \"%s\"}".formatted(of.services.get(t.service()), t.channel()));
                if (t.solvedAt() != null && t.assignee() != null) {
                    event.add(t.solvedAt(), t.assignee().id(), "ticket.solved", "ticket", t.id(), "{}");
                }
            }
        }
    }
}
