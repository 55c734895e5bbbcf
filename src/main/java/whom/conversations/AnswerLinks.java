package whom.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Secret;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * A signed link in a mail: shows what that mail said and takes an answer, without an account (P8). It works as long as its
 * person may read that message. All of this is asked by nobody who is signed in.
 */
@Component
public class AnswerLinks {

    private static final Duration LASTS = Duration.ofDays(30);

    private final Rows rows;

    AnswerLinks(Rows rows) {
        this.rows = rows;
    }

    /** For the mail that carries a message to an account; the machine that mails makes it. */
    @Transactional
    public Secret make(long message, long account) {
        Secret secret = Secret.random("");
        rows.call(Sql.of("select conversations.make_answer_link(?, ?, ?, make_interval(secs => ?))", secret.hash(), message, account, (double) LASTS.toSeconds()));
        return secret;
    }

    /** What the mail said. */
    public record Opened(String number, String sender, String text, Instant at, String language, boolean closed) {}

    @Transactional
    public Opened open(String secret) {
        byte[] hash = Secret.hash(secret);
        rows.call(Sql.of("select conversations.record_link_reading(?)", hash));
        return rows.one(Sql.of("select number, sender, text, sent_at, language, closed from conversations.open_answer_link(?)", hash),
                row -> new Opened(row.text("number"), row.text("sender"), row.text("text"), ReaderStore.instant(row, "sent_at"), row.text("language"), row.is("closed")));
    }

    /** @param form the key of the form it was typed into: with the same words twice it is said once; "" where it had none */
    @Transactional
    public void answer(String secret, String form, String text, List<Upload> files) {
        byte[] hash = Secret.hash(secret);
        String said = text.strip();
        if (said.isEmpty() && files.isEmpty()) {
            throw new Refused("text", "conversations.say.empty");
        }
        if (said.length() > Conversations.LONGEST) {
            throw new Refused("text", "conversations.say.long", Conversations.LONGEST);
        }
        AttachmentStore.check(files);
        if (!form.isEmpty() && rows.is(Sql.of("select conversations.answered_already(?, ?)", hash, Secret.hash(form + "\n" + said + "\n" + files.stream().map(Upload::name).toList())))) {
            return;
        }
        long message = rows.one(Sql.of("select conversations.answer_by_link(?, ?) as id", hash, said), row -> Optional.ofNullable(row.maybeId("id"))).orElseThrow(NotFound::new);
        for (Upload file : files) {
            String name = FileName.safe(file.name());
            try (InputStream head = file.bytes().open(); InputStream picture = file.bytes().open(); InputStream bytes = file.bytes().open()) {
                String type = FileType.of(head, name);
                rows.call(Sql.of("select conversations.attach_by_link(?, ?, ?, ?, ?, ?)", hash, message, name, type, bytes, PictureSize.of(picture, type)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
