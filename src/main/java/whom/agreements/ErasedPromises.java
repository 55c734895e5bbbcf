package whom.agreements;

import org.springframework.stereotype.Component;
import whom.access.Erasing;
import whom.access.NotAllowed;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Whoever is erased granted exceptions as nobody by name, and was warned of nothing. */
@Component
class ErasedPromises implements Erasing {

    private final Rows rows;

    ErasedPromises(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Gone person) {
        if (!rows.is(Sql.of("select agreements.erase_person(?, ?)", person.id(), person.words()))) {
            throw new NotAllowed();
        }
    }
}
