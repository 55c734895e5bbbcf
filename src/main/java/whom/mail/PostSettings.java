package whom.mail;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** How mail comes and goes here; read by the machine that mails, in its transaction. */
@Component
public class PostSettings {

    private final Rows rows;

    PostSettings(Rows rows) {
        this.rows = rows;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Post now() {
        Map<String, String> values = new HashMap<>();
        rows.list(Sql.of("select name, value from mail.setting"), row -> values.put(row.text("name"), row.text("value")));
        return new Post(values, rows.is(Sql.of("select mail.sends()")));
    }
}
