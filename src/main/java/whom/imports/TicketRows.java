package whom.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whom.database.TableCopy;
import whom.standings.facts.Fact;
import whom.standings.facts.LetIn;
import whom.standings.facts.Period;
import whom.standings.facts.SealBreak;
import whom.standings.facts.Seat;
import whom.standings.facts.Service;
import whom.standings.facts.TicketFact;
import whom.standings.files.Particulars;

/**
 * The tickets of a file, as far as it tells of them: who is served, by which teams, and who else may read. The rules of reading
 * stay stronger than the file: letting in lasts 90 days, a broken seal 24 hours, and none begins by a load (P3, P4).
 */
final class TicketRows {

    private static final int BLOCK = 64;
    private static final int LET_IN_DAYS = 90;

    private final Connection connection;
    private final ZoneId zone;
    private final List<TicketFact> tickets;
    private final List<LetIn> letIns;
    private final List<SealBreak> sealBreaks;
    private final Particulars particulars;
    private final Ids people;
    private final Ids services;
    private final Ids teams;
    private final Ids ids;
    private final Map<String, String> parents = new HashMap<>();
    private final LocalDate today;

    TicketRows(Connection connection, ZoneId zone, List<Fact> facts, Particulars particulars, Ids people, Ids services, Ids teams) throws SQLException {
        this.connection = connection;
        this.zone = zone;
        this.tickets = of(facts, TicketFact.class).toList();
        this.letIns = of(facts, LetIn.class).toList();
        this.sealBreaks = of(facts, SealBreak.class).toList();
        this.particulars = particulars;
        this.people = people;
        this.services = services;
        this.teams = teams;
        this.ids = Ids.inBlocks(connection, "conversations.conversation_id", BLOCK, tickets.stream().map(TicketFact::id).toList());
        of(facts, Service.class).filter(s -> s.parent() != null).forEach(s -> parents.put(s.id(), s.parent()));
        this.today = LocalDate.now(zone);
    }

    static void alreadyThere(Connection connection, List<Fact> facts, List<String> found) throws SQLException {
        OrganisationRows.there(connection, found, "conversations.conversation", "number", of(facts, TicketFact.class).map(TicketFact::id));
        OrganisationRows.there(connection, found, "conversations.let_in", "key", of(facts, LetIn.class).map(LetIn::id));
        OrganisationRows.there(connection, found, "conversations.seal_break", "key", of(facts, SealBreak.class).map(SealBreak::id));
    }

    private static <F extends Fact> Stream<F> of(List<Fact> facts, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    List<String> write() throws SQLException {
        conversations();
        tickets();
        var remarks = new ArrayList<String>();
        letIns(remarks);
        sealBreaks(remarks);
        return remarks;
    }

    private void conversations() throws SQLException {
        try (var rows = new TableCopy(connection, "conversations.conversation", "id, number, served_id, raised_by, service_id, opened_at, closed_at")) {
            for (TicketFact t : tickets) {
                rows.row(id(t), t.id(), people.of(t.served()), raisedBy(t), services.of(t.service()), midnight(t.opened()), closed(t));
            }
        }
        try (var rows = new TableCopy(connection, "conversations.thread", "conversation_id, kind, opened_at")) {
            for (TicketFact t : tickets) {
                rows.row(id(t), "main", midnight(t.opened()));
                rows.row(id(t), "notes", midnight(t.opened()));
            }
        }
        try (var rows = new TableCopy(connection, "conversations.reader", "conversation_id, key, \"right\", agents, since, granted_by")) {
            for (TicketFact t : tickets) {
                rows.row(id(t), people.of(t.served()), "served", false, midnight(t.opened()), raisedBy(t));
            }
        }
    }

    private void tickets() throws SQLException {
        try (var rows = new TableCopy(connection, "tickets.ticket", "id, number, served_id, raised_by, service_id, subject, stage, stage_since, team_id, channel, opened_at, closed_at, updated_at")) {
            for (TicketFact t : tickets) {
                @Nullable String closed = closed(t);
                String last = closed == null ? midnight(t.opened()) : closed;
                rows.row(id(t), t.id(), people.of(t.served()), raisedBy(t), services.of(t.service()), t.id(), closed == null ? "open" : "closed", last, teams.of(holding(t)), "api",
                        midnight(t.opened()), closed, last);
            }
        }
        try (var rows = new TableCopy(connection, "tickets.on_ticket", "ticket_id, team_id, why, since, until")) {
            for (TicketFact t : tickets) {
                String holding = holding(t);
                for (Seat seat : t.teams()) {
                    rows.row(id(t), teams.of(seat.of()), seat.of().equals(holding) ? "holds" : "asked_in", midnight(seat.period().from()), TableCopy.midnight(seat.period().to(), zone));
                }
            }
        }
        try (var rows = new TableCopy(connection, "standings.asked", "ticket_id, ticket_key, person_id, service_id, opened")) {
            for (TicketFact t : tickets) {
                rows.row(id(t), t.id(), people.of(t.served()), services.of(t.service()), t.opened());
            }
        }
    }

    /** The team that is on it today, or will be; null when all have left, and the ticket is closed. */
    private @Nullable String holding(TicketFact t) {
        return t.teams().stream().filter(seat -> !seat.period().isEmpty() && (seat.period().to() == null || seat.period().to().isAfter(today))).map(Seat::of).findFirst().orElse(null);
    }

    private @Nullable String closed(TicketFact t) {
        if (holding(t) != null || t.opened().isAfter(today)) {
            return null;
        }
        LocalDate last = t.teams().stream().map(seat -> seat.period().to()).filter(Objects::nonNull).reduce(t.opened(), (a, b) -> a.isAfter(b) ? a : b);
        return midnight(last);
    }

    private @Nullable Long raisedBy(TicketFact t) {
        Long by = people.of(particulars.raisedBy().get(t.id()));
        return by == null ? people.of(t.served()) : by;
    }

    private void letIns(List<String> remarks) throws SQLException {
        Ids letInIds = Ids.of(connection, "conversations.let_in", letIns.stream().map(LetIn::id).toList());
        Map<String, List<TicketFact>> served = tickets.stream().collect(Collectors.groupingBy(TicketFact::served));
        var rights = new HashMap<LetIn, LocalDate>();
        try (var rows = new TableCopy(connection, "conversations.let_in", "id, key, served_id, person_id, conversation_id, service_id, since, until, opens_from")) {
            for (LetIn l : letIns) {
                LocalDate until = end(l.period(), LET_IN_DAYS, l.id(), "Letting in ends after 90 days (P3)", remarks);
                rows.row(letInIds.of(l.id()), l.id(), people.of(l.served()), people.of(l.person()), ids.of(l.ticket()), services.of(l.service()),
                        midnight(l.period().from()), midnight(until), midnight(l.period().from()));
                if (until.isAfter(today) && !l.period().from().isAfter(today)) {
                    rights.put(l, until);
                }
            }
        }
        try (var rows = new TableCopy(connection, "conversations.reader", "conversation_id, key, \"right\", agents, opens_from, since, until, granted_by, source_id")) {
            for (var right : rights.entrySet()) {
                LetIn l = right.getKey();
                for (TicketFact t : served.getOrDefault(l.served(), List.of())) {
                    if (closed(t) == null && (t.id().equals(l.ticket()) || isWithin(t.service(), l.service()))) {
                        rows.row(id(t), people.of(l.person()), "let_in", false, midnight(l.period().from()), midnight(l.period().from()), midnight(right.getValue()), people.of(l.served()), letInIds.of(l.id()));
                    }
                }
            }
        }
    }

    private boolean isWithin(String service, @Nullable String of) {
        return of != null && Stream.iterate(service, Objects::nonNull, parents::get).anyMatch(of::equals);
    }

    private void sealBreaks(List<String> remarks) throws SQLException {
        try (var rows = new TableCopy(connection, "conversations.seal_break", "key, number, conversation_id, asked_by, asked_at, purpose, approved_by, decided_at, since, until")) {
            for (SealBreak s : sealBreaks) {
                if (s.period().to() == null || s.period().to().isAfter(today)) {
                    remarks.add(s.id() + ": a seal that is broken still was not taken in; it has to be asked for here, by two people (P4).");
                    continue;
                }
                String from = midnight(s.period().from());
                // Whoever approved for themselves has not been approved.
                Long approved = s.asked().equals(s.approved()) ? null : people.of(s.approved());
                Instant end = Collections.min(List.of(s.period().from().atStartOfDay(zone).toInstant().plus(Duration.ofHours(24)),
                        s.period().from().plusDays(1).atStartOfDay(zone).toInstant()));
                Instant to = s.period().to().atStartOfDay(zone).toInstant();
                if (to.isAfter(end)) {
                    remarks.add(s.id() + ": a broken seal ends after 24 hours (P4), so it was taken in until then.");
                }
                String until = (to.isAfter(end) ? end : to).toString();
                rows.row(s.id(), s.ticket(), ids.of(s.ticket()), people.of(s.asked()), from, "", approved, approved == null ? null : from,
                        approved == null ? null : from, approved == null ? null : until);
            }
        }
    }

    private static LocalDate end(Period period, int days, String id, String rule, List<String> remarks) {
        LocalDate last = period.from().plusDays(days);
        if (period.to() != null && !period.to().isAfter(last)) {
            return period.to();
        }
        remarks.add(id + ": " + rule + ", so it was taken in until before " + last + ".");
        return last;
    }

    private @Nullable Long id(TicketFact ticket) {
        return ids.of(ticket.id());
    }

    private String midnight(LocalDate date) {
        return TableCopy.midnight(date, zone);
    }
}
