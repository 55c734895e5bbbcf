package whom.mail;

import org.springframework.stereotype.Component;
import whom.access.Erasing;
import whom.access.NotAllowed;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Letters of a person who is erased, to come and to go. */
@Component
class ErasedMail implements Erasing {

    private final Rows rows;

    ErasedMail(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Gone person) {
        if (!rows.is(Sql.of("select mail.erase_person(?, ?)", person.id(), person.words()))) {
            throw new NotAllowed();
        }
    }
}
