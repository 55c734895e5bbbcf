package whom.people;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import whom.access.Telling;
import whom.kernel.Sql;

/** Who they are here, and in which units and teams. */
@Component
@Order(2)
class ToldPerson implements Telling {

    @Override
    public Sql about(long me) {
        return Sql.of("select list, value::text as value from people.about_me()");
    }
}
