package whom.standings;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import whom.access.Telling;
import whom.kernel.Sql;

/** The facts that name them, what was believed before included, and who of the keepers looked, by the day. */
@Component
@Order(3)
class ToldFacts implements Telling {

    @Override
    public Sql about(long me) {
        return Sql.of("select list, value::text as value from standings.about_me()");
    }
}
