package whom.conversations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.PublicNumber;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** What comes by mail joins conversations here. Whose words they are, and how sure that is, the mail module has found out (P8). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Correspondence {

    private final Rows rows;

    Correspondence(Rows rows) {
        this.rows = rows;
    }

    /**
     * @param author the account in whose name it comes, also where that is unverified; null for somebody unknown
     * @param trimmed the text without quotes and signature, or "" where that is all of it
     * @param html as it was sent; it is cleaned whenever it is shown
     */
    public record Letter(@Nullable Long author, String sender, boolean verified, boolean automatic, String text, String trimmed, String html, String language, @Nullable String mailId) {}

    /** Where something can be said: a thread, and the conversation that it is of. */
    public record Place(long thread, long conversation) {}

    /** The messages, in the order of the letters. @throws NotFound when nothing is heard in one of these threads */
    public List<Long> hear(List<Long> threads, List<Letter> letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        List<Long> messages = rows.list(Sql.of("select message_id from conversations.hear(?::bigint[], ?::bigint[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::int[]) order by place",
                threads, of(letters, Letter::author), of(letters, Letter::sender), of(letters, Letter::verified), of(letters, Letter::text), of(letters, Letter::trimmed), of(letters, Letter::html),
                of(letters, Letter::language), of(letters, Letter::mailId), of(letters, Letter::automatic), of(letters, letter -> ForeignHtml.pictures(letter.html()))), row -> row.id("message_id"));
        if (messages.size() != letters.size()) {
            throw new NotFound();
        }
        return messages;
    }

    private static <T extends @Nullable Object> List<T> of(List<Letter> letters, Function<Letter, T> what) {
        return letters.stream().map(what).toList();
    }

    /** Among the agents, by one of them; whoever is none is not heard. */
    public void note(long conversation, long author, String text) {
        rows.call(Sql.of("select conversations.hear_note(?, ?, ?)", conversation, author, text));
    }

    /** A file of a letter that was heard in this transaction. */
    public void attach(long message, String name, byte[] bytes, @Nullable String cid) {
        try {
            String safe = FileName.safe(name);
            String type = FileType.of(new ByteArrayInputStream(bytes), safe);
            rows.call(Sql.of("select conversations.attach_heard(?, ?, ?, ?, ?, ?)", message, safe, type, bytes, cid, PictureSize.of(new ByteArrayInputStream(bytes), type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The conversation of a number, for whoever names it; {@link #mayBeHeard} says whether that helps them. */
    public Optional<Place> numbered(String typed) {
        return PublicNumber.read(typed).flatMap(number -> rows.first(Sql.of("select thread_id, conversation_id from conversations.thread_of_number(?)", number),
                row -> new Place(row.id("thread_id"), row.id("conversation_id"))));
    }

    /** Whether accounts could say something in threads by a right of their own, pair by pair. */
    public List<Boolean> mayBeHeard(List<Long> accounts, List<Long> threads) {
        return accounts.isEmpty() ? List.of() : rows.list(Sql.of(
                "select conversations.may_be_heard(g.account, g.thread) as heard from unnest(?::bigint[], ?::bigint[]) with ordinality as g (account, thread, n) order by g.n", accounts, threads),
                row -> row.is("heard"));
    }

    /** Whom the one served copied in reads that message and its answers (P8). */
    public void letInCopied(long message, long person) {
        rows.call(Sql.of("select conversations.let_in_copied(?, ?)", message, person));
    }
}
