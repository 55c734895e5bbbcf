package whom.conversations;

import org.springframework.stereotype.Component;
import whom.access.Erasing;
import whom.access.NotAllowed;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** What was said in conversations of a person who is erased goes; what they said as agent loses their name. */
@Component
class ErasedWords implements Erasing {

    private final Rows rows;

    ErasedWords(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Gone person) {
        if (!rows.is(Sql.of("select conversations.erase_person(?, ?)", person.id(), person.words()))) {
            throw new NotAllowed();
        }
    }
}
