package whom.standings;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.kernel.NotFound;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Asks the database for slices; its functions decide who may know (D8), and put a keeper's look on record. One statement each. */
@Component
class Slices {

    private final Rows rows;

    Slices(Rows rows) {
        this.rows = rows;
    }

    /** @throws NotFound when it is not there, or not for the one who asks */
    Slice of(Question question) {
        return switch (question) {
            case Question.Who q -> slice(q.at(), Sql.of("select * from standings.ask_who(?, ?, ?)", q.person(), q.service(), q.at()));
            case Question.Whom q -> slice(q.at(), Sql.of("select * from standings.ask_whom(?, ?, ?)", q.service(), q.standing().key(), q.at()));
            case Question.Pays q -> closest("pays", q.person(), q.service(), q.at());
            case Question.AgreementOf q -> closest("agreement", q.person(), q.service(), q.at());
            case Question.ChainOf q -> closest("chain", q.person(), q.service(), q.at());
            case Question.ReadersOf q -> slice(q.at(), Sql.of("select * from standings.ask_readers(?, ?)", q.ticket(), q.at()));
        };
    }

    /** Of one person to every service. @throws NotFound when it is not for the one who asks */
    Slice ofAll(String person, LocalDate at) {
        return slice(at, Sql.of("select * from standings.ask_all(?, ?)", person, at));
    }

    /** Of the one whom a ticket serves, today. @throws NotFound for whoever does not work on it */
    Slice ofServed(String ticket) {
        return slice(LocalDate.now(), Sql.of("select * from standings.ask_served(?)", ticket));
    }

    /** What decides who pays for a ticket, as of the day it was opened; none when it has no service. */
    Optional<Slice> moneyOf(String ticket) {
        List<Piece> pieces = rows.list(Sql.of("select * from standings.ask_served_pays(?)", ticket), Slices::piece);
        return pieces.isEmpty() ? Optional.empty() : Optional.of(slice(Objects.requireNonNull(pieces.getFirst().from()), pieces));
    }

    /** For the owner of the database alone. */
    Slice atConsole(String person, @Nullable String service, LocalDate at) {
        return slice(at, Sql.of("select * from standings.console_pieces(?, ?, ?)", person, service, at));
    }

    /** What a service's parties follow from, its provider, and how many use it. */
    record Around(Slice slice, String provider, Crowd crowd) {}

    /** @throws NotFound for whoever may not ask whom it has */
    Around around(String service, LocalDate at) {
        List<Piece> pieces = rows.list(Sql.of("select * from standings.ask_parties(?, ?)", service, at), Slices::piece);
        Slice slice = slice(at, pieces);
        String provider = pieces.stream().filter(p -> p.kind().equals("to")).map(Piece::first).findFirst().orElseThrow(NotFound::new);
        return new Around(slice, provider, new Crowd(pieces.stream().filter(p -> p.kind().equals("count"))
                .map(p -> new Crowd.Count(p.key(), Objects.requireNonNullElse(p.a(), ""), Objects.requireNonNull(p.n()).longValue())).toList()));
    }

    /** The users of a service after a key, in order; for keepers. @throws NotFound for everybody else */
    List<Parties.Someone> users(String service, LocalDate at, String after, int wanted) {
        List<Piece> pieces = rows.list(Sql.of("select * from standings.ask_users(?, ?, ?, ?)", service, at, after, wanted), Slices::piece);
        if (pieces.isEmpty()) {
            throw new NotFound();
        }
        return pieces.stream().skip(1).map(p -> new Parties.Someone(p.key(), p.first())).toList();
    }

    Resolver among(Sql pieces, LocalDate at) {
        return new Resolver(new Organisation(Pieces.facts(rows.list(pieces, Slices::piece))));
    }

    private Slice closest(String what, String person, String service, LocalDate at) {
        return slice(at, Sql.of("select * from standings.ask_closest(?, ?, ?, ?)", what, person, service, at));
    }

    private Slice slice(LocalDate at, Sql sql) {
        return slice(at, rows.list(sql, Slices::piece));
    }

    private static Slice slice(LocalDate at, List<Piece> pieces) {
        if (pieces.isEmpty()) {
            throw new NotFound();
        }
        var right = Slice.Right.valueOf(pieces.getFirst().key().toUpperCase(Locale.ROOT));
        List<String> about = pieces.stream().filter(p -> p.kind().equals("to")).map(Piece::key).toList();
        return Slice.of(right, about, Pieces.facts(pieces.subList(1, pieces.size())), at);
    }

    private static Piece piece(Row row) throws SQLException {
        return new Piece(row.text("kind"), row.text("key"), row.maybeText("a"), row.maybeText("b"), row.maybeText("c"), row.maybeText("d"), row.maybeText("e"),
                row.decimal("n"), row.date("valid_from"), row.date("valid_to"));
    }
}
