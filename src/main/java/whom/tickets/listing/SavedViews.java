package whom.tickets.listing;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.filter.BadFilter;
import whom.tickets.filter.Filter;

/** One's own views, and those that others share. A shared view shows to each reader what that reader may read. */
@Component
public class SavedViews {

    private static final int MOST = 50;
    private static final int NAME = 60;

    private final Rows rows;

    SavedViews(Rows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public List<SavedView> all() {
        return rows.list(Sql.of("select key, name, filter, shared, owner_id = (select access.me()) as mine from tickets.saved_view order by shared, lower(name), id limit ?", MOST),
                row -> new SavedView(row.text("key"), row.text("name"), row.text("filter"), row.is("shared"), row.is("mine")));
    }

    @Transactional(readOnly = true)
    public Optional<SavedView> find(String key) {
        return all().stream().filter(v -> v.key().equals(key)).findFirst();
    }

    @Transactional
    public SavedView save(String name, String filter, boolean shared) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > NAME) {
            throw new Refused("name", "tickets.view.name_missing", NAME);
        }
        try {
            String plain = Filter.read(filter).toString();
            String key = rows.one(Sql.of("insert into tickets.saved_view (owner_id, shared, name, filter) values (?, ?, ?, ?) returning key", Actor.id(), shared, clean, plain), row -> row.text("key"));
            log("view.saved");
            return new SavedView(key, clean, plain, shared, true);
        } catch (BadFilter e) {
            throw new Refused("q", e.key(), e.arguments());
        }
    }

    @Transactional
    public void forget(String key) {
        if (rows.change(Sql.of("delete from tickets.saved_view where key = ? and owner_id = ?", key, Actor.id())) == 0) {
            throw new NotFound();
        }
        log("view.forgotten");
    }

    private void log(String verb) {
        rows.change(Sql.of("insert into log.event (account_id, verb, subject, subject_id) values (?, ?, 'account', ?)", Actor.id(), verb, Actor.id()));
    }
}
