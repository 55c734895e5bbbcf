package whom.tickets.sorting;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.PublicNumber;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.Stage;
import whom.tickets.Tickets;

/** Gives what has no team yet to the team that is to help, without reading it (P0). What may be seen is the database's to say. */
@Component
class Sorting {

    private final Rows rows;
    private final Tickets tickets;

    Sorting(Rows rows, Tickets tickets) {
        this.rows = rows;
        this.tickets = tickets;
    }

    /** What is due first stands first; 200 at most. */
    @Transactional(readOnly = true)
    public List<Envelope> waiting(String language) {
        return rows.list(Sql.of("select *, coalesce(service ->> ?, service ->> 'en', service_key) as service_name from tickets.to_sort()", language),
                row -> new Envelope(row.text("number"), row.text("service_key"), row.text("service_name"), row.number("priority"), Stage.of(row.text("stage")),
                        Objects.requireNonNull(row.time("opened_at")), row.time("due_at")));
    }

    /** @throws NotFound also for what has a team by now, and for what is not theirs to sort */
    @Transactional
    public void give(String number, String team) {
        String known = PublicNumber.read(number).orElseThrow(NotFound::new);
        if (!rows.one(Sql.of("select tickets.sort(?, ?) as answer", known, tickets.team(team)), row -> row.text("answer")).equals("done")) {
            throw new NotFound();
        }
    }
}
