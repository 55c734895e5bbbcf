package whom.tickets;

import org.springframework.stereotype.Component;
import whom.access.Erasing;
import whom.access.NotAllowed;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Tickets of a person who is erased close and stay as figures. */
@Component
class ErasedTickets implements Erasing {

    private final Rows rows;

    ErasedTickets(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Gone person) {
        if (!rows.is(Sql.of("select tickets.erase_person(?, ?, ?, ?)", person.id(), person.key(), person.words(), person.keys()))) {
            throw new NotAllowed();
        }
    }
}
