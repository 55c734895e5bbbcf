package whom.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import whom.conversations.FileName;
import whom.conversations.Upload;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;

@Repository
class AskingStore {

    private final Rows rows;

    AskingStore(Rows rows) {
        this.rows = rows;
    }

    Asking find(UUID id, String language) {
        List<Asking.Kept> files = rows.list(Sql.of("select id, name, size from portal.asking_file where asking_id = ? order by id", id),
                row -> new Asking.Kept(row.id("id"), row.text("name"), row.id("size")));
        return rows.one(Sql.of("""
                select a.id, a.text, a.service_id, coalesce(s.name ->> ?, s.name ->> 'en', '') as service, a.unsure, a.doing, a.served_id,
                       coalesce(nullif(p.called, ''), p.name, '') as served, a.number
                from portal.asking a left join services.service s on s.id = a.service_id left join people.person p on p.id = a.served_id where a.id = ?""", language, id),
                row -> new Asking(row.values().getObject("id", UUID.class), row.text("text"), row.maybeId("service_id"), row.text("service"), row.is("unsure"),
                        row.maybeText("doing"), row.maybeId("served_id"), row.text("served"), files, row.maybeText("number")));
    }

    /** What was begun last and not sent. */
    Optional<UUID> begun() {
        return rows.first(Sql.of("select id from portal.asking where account_id = (select access.me()) and number is null order by saved_at desc limit 1"),
                row -> row.values().getObject("id", UUID.class));
    }

    UUID begin() {
        return rows.one(Sql.of("insert into portal.asking (account_id) values (access.me()) returning id"), row -> row.values().getObject("id", UUID.class));
    }

    /** All answers but the text. */
    void forget(UUID id) {
        change(id, Sql.of("service_id = null, unsure = false, doing = null, served_id = null"));
        rows.change(Sql.of("delete from portal.asking_file where asking_id = ?", id));
    }

    void text(UUID id, String text) {
        change(id, Sql.of("text = ?", text));
    }

    void service(UUID id, @Nullable Long service) {
        change(id, Sql.of("service_id = ?::bigint, unsure = ?", service, service == null));
    }

    void doing(UUID id, String doing) {
        change(id, Sql.of("doing = ?", doing));
    }

    void served(UUID id, @Nullable Long person) {
        change(id, Sql.of("served_id = ?::bigint", person));
    }

    void sent(UUID id, String number) {
        change(id, Sql.of("number = ?", number));
        rows.change(Sql.of("delete from portal.asking_file where asking_id = ?", id));
    }

    private void change(UUID id, Sql what) {
        int changed = rows.change(Sql.of("update portal.asking set saved_at = now(),").then(what).then("where id = ? and number is null", id));
        if (changed == 0) {
            throw new NotFound();
        }
    }

    void keep(UUID id, List<Upload> files) {
        if (!files.isEmpty()) {
            rows.call(Sql.of("select set_config('statement_timeout', '60000', true)"));
        }
        for (Upload file : files) {
            try (InputStream bytes = file.bytes().open()) {
                rows.change(Sql.of("insert into portal.asking_file (asking_id, name, size, bytes) values (?, ?, ?, ?)", id, FileName.safe(file.name()), file.size(), bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void leaveOut(UUID id, long file) {
        rows.change(Sql.of("delete from portal.asking_file where asking_id = ? and id = ?", id, file));
    }

    byte[] bytes(long file) {
        return rows.one(Sql.of("select bytes from portal.asking_file where id = ?", file), row -> row.bytes("bytes"));
    }
}
