package whom.portal;

import org.springframework.stereotype.Component;
import whom.access.Erasing;
import whom.access.NotAllowed;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** What a person who is erased was about to ask. */
@Component
class ErasedAskings implements Erasing {

    private final Rows rows;

    ErasedAskings(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Gone person) {
        if (!rows.is(Sql.of("select portal.erase_person(?, ?)", person.id(), person.words()))) {
            throw new NotAllowed();
        }
    }
}
