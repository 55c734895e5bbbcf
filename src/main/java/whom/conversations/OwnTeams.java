package whom.conversations;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** The teams of the one who asks: those that they may bring in. */
@Component
public class OwnTeams {

    private final Rows rows;

    OwnTeams(Rows rows) {
        this.rows = rows;
    }

    public record OwnTeam(long id, String key, String name) {}

    /** By name, in this language. */
    @Transactional(readOnly = true)
    public List<OwnTeam> in(String language) {
        return rows.list(Sql.of("""
                select id, key, coalesce(name ->> ?, name ->> 'en', key) as name from people.team
                where -id = any ((select access.keys())::bigint[]) and closed_at is null order by 3, 2""", language), row -> new OwnTeam(row.id("id"), row.text("key"), row.text("name")));
    }
}
