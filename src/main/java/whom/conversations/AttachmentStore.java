package whom.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Files that come with messages. Their bytes go in and out in pieces. */
@Repository
class AttachmentStore {

    /** One file; a request of several files is bounded by the server. */
    static final long LARGEST = 25 * 1024 * 1024;
    static final int MOST = 20;
    private static final int PIECE = 1024 * 1024;
    /** All pictures that a mail shows within its text. */
    private static final long INLINE = 3 * 1024 * 1024;

    private final Rows rows;

    AttachmentStore(Rows rows) {
        this.rows = rows;
    }

    /** In the transaction that said the message, which the database checks. */
    void attach(long message, List<Upload> files) {
        if (files.isEmpty()) {
            return;
        }
        check(files);
        rows.call(Sql.of("select set_config('statement_timeout', '60000', true)")); // a large file takes longer than a page may
        for (Upload file : files) {
            try (InputStream head = file.bytes().open(); InputStream picture = file.bytes().open(); InputStream bytes = file.bytes().open()) {
                String name = FileName.safe(file.name());
                String type = FileType.of(head, name);
                rows.one(Sql.of("select conversations.attach(?, ?, ?, ?, ?) as id", message, name, type, bytes, PictureSize.of(picture, type)),
                        row -> Optional.ofNullable(row.maybeText("id"))).orElseThrow(NotFound::new);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void check(List<Upload> files) {
        if (files.size() > MOST) {
            throw new Refused("files", "conversations.files.many", MOST);
        }
        for (Upload file : files) {
            if (file.size() > LARGEST) {
                throw new Refused("files", "conversations.files.large", FileName.safe(file.name()), LARGEST / (1024 * 1024));
            }
        }
    }

    /** The messages with their files: one statement for all. */
    List<Message> of(List<Message> messages, long conversation) {
        record Of(long message, Attachment file) {}
        if (messages.isEmpty()) {
            return messages;
        }
        Map<Long, List<Attachment>> files = rows.list(Sql.of("""
                select message_id, public_id, name, type, size, pixels, conversations.state_of(content_id) as state from conversations.attachment where conversation_id = ? and message_id = any (?) order by id""",
                conversation, messages.stream().map(Message::id).toList()),
                row -> new Of(row.id("message_id"), file(row)))
                .stream().collect(Collectors.groupingBy(Of::message, Collectors.mapping(Of::file, Collectors.toList())));
        return messages.stream().map(m -> files.containsKey(m.id()) ? m.with(files.get(m.id())) : m).toList();
    }

    Stored find(UUID id) {
        return rows.one(Sql.of("select public_id, name, type, size, pixels, content_id, conversation_id, conversations.state_of(content_id) as state from conversations.attachment where public_id = ?", id),
                row -> new Stored(file(row), row.id("content_id"), row.id("conversation_id")));
    }

    private static Attachment file(Row row) throws SQLException {
        return new Attachment(row.values().getObject("public_id", UUID.class), row.text("name"), row.text("type"), row.id("size"), row.text("state"), row.id("pixels"));
    }

    /** One piece, from {@code at}; empty at the end. */
    byte[] piece(long content, long at) {
        return rows.one(Sql.of("select substring(bytes from ?::int for ?) as piece from conversations.content where id = ?", at + 1, PIECE, content), row -> row.bytes("piece"));
    }

    /** The pictures that a mail's text shows, as data addresses by Content-ID. */
    Map<String, String> inline(long message, ForeignHtml html) {
        record Picture(String cid, String type, long size, long content) {}
        var pictures = rows.list(Sql.of("""
                select cid, type, size, content_id from conversations.attachment where message_id = ? and cid = any (?::text[]) and type like 'image/%' and size <= ? and pixels <= ?""",
                message, new ArrayList<>(html.pictures()), INLINE, Attachment.MOST_PIXELS),
                row -> new Picture(row.text("cid"), row.text("type"), row.id("size"), row.id("content_id")));
        Map<String, String> shown = new HashMap<>();
        long left = INLINE;
        for (Picture picture : pictures) {
            left -= picture.size;
            if (left >= 0) {
                // none where a scanner has not let it through
                rows.first(Sql.of("select bytes from conversations.content where id = ?", picture.content), row -> row.bytes("bytes"))
                        .ifPresent(bytes -> shown.put(picture.cid, "data:" + picture.type + ";base64," + Base64.getEncoder().encodeToString(bytes)));
            }
        }
        return shown;
    }

    /** A file and where its bytes are. */
    record Stored(Attachment file, long content, long conversation) {}
}
