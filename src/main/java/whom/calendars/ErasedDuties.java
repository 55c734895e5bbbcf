package whom.calendars;

import org.springframework.stereotype.Component;
import whom.access.Erasing;
import whom.access.NotAllowed;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Whoever is erased is on duty no more. */
@Component
class ErasedDuties implements Erasing {

    private final Rows rows;

    ErasedDuties(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Gone person) {
        if (!rows.is(Sql.of("select calendars.erase_person(?, ?)", person.id(), person.words()))) {
            throw new NotAllowed();
        }
    }
}
