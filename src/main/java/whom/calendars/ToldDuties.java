package whom.calendars;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import whom.access.Telling;
import whom.kernel.Sql;

/** When they are on duty. */
@Component
@Order(4)
class ToldDuties implements Telling {

    @Override
    public Sql about(long me) {
        return Sql.of("select list, value::text as value from calendars.about_me()");
    }
}
