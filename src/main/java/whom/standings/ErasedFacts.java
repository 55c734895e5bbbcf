package whom.standings;

import org.springframework.stereotype.Component;
import whom.access.Erasing;
import whom.access.NotAllowed;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Facts about a person who is erased stay, without their name in keys and reasons. */
@Component
class ErasedFacts implements Erasing {

    private final Rows rows;

    ErasedFacts(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Gone person) {
        if (!rows.is(Sql.of("select standings.erase_person(?, ?, ?)", person.id(), person.words(), person.keys()))) {
            throw new NotAllowed();
        }
    }
}
