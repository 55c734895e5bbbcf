package whom.conversations;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.NotAllowed;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** What becomes of files of which the scanner says nothing. */
@Component
class FileRules {

    private final Rows rows;

    FileRules(Rows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public FilesPage page() {
        return rows.one(Sql.of("select * from conversations.checking()"), row -> new FilesPage(row.time("on_since"), row.text("unchecked"), row.time("answered_at"), row.text("failure"), row.time("failed_at"),
                row.id("waiting"), row.id("failed"), row.id("infected")));
    }

    /** @param choice hold or pass */
    @Transactional
    public void choose(String choice) {
        if (!List.of("hold", "pass").contains(choice)) {
            throw new Refused("unchecked", "conversations.refused.unchecked");
        }
        if (!rows.is(Sql.of("select conversations.set_unchecked(?)", choice))) {
            throw new NotAllowed();
        }
    }
}
