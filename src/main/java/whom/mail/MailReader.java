package whom.mail;

import java.util.List;
import java.util.function.Supplier;
import whom.mail.mime.Addresses;
import whom.mail.mime.Body;
import whom.mail.mime.BodySelection;
import whom.mail.mime.Headers;
import whom.mail.mime.MailDate;
import whom.mail.mime.MessageIds;
import whom.mail.mime.MimeReader;
import whom.mail.mime.Octets;
import whom.mail.mime.Part;
import whom.mail.mime.Protection;
import whom.mail.replies.ReplyTrimmer;
import whom.mail.reports.Classification;
import whom.mail.reports.Kind;

/** Reads a message, whatever its bytes are: never throws, and gives what could be read. */
public final class MailReader {

    private MailReader() {}

    public static ReadMessage read(byte[] bytes) {
        return read(bytes, part(bytes));
    }

    /** The message taken apart, for those who need more of its header. */
    public static Part part(byte[] bytes) {
        return salvage(() -> MimeReader.read(bytes), MimeReader.unread(bytes));
    }

    /** @param message the same bytes, taken apart */
    public static ReadMessage read(byte[] bytes, Part message) {
        Headers headers = message.headers();
        Body body = salvage(() -> BodySelection.of(message), new Body(Octets.of(bytes).latin1(), null, List.of(), 0));
        Classification found = salvage(() -> Classification.of(message, body.text()), new Classification(Kind.MESSAGE, List.of()));
        return new ReadMessage(
                Addresses.first(headers, "From").orElse(null),
                Addresses.list(headers, "To"),
                Addresses.list(headers, "Cc"),
                headers.text("Subject"),
                headers.raw("Date").flatMap(MailDate::parse).orElse(null),
                MessageIds.first(headers, "Message-ID").orElse(null),
                MessageIds.first(headers, "In-Reply-To").orElse(null),
                MessageIds.list(headers, "References"),
                body.text(),
                body.html(),
                salvage(() -> ReplyTrimmer.reply(body.text()), body.text()),
                body.attachments(),
                body.inlineImages(),
                found.kind(),
                found.bounces(),
                salvage(() -> Protection.of(message), List.of()));
    }

    /** A mistake of ours in one step must not lose somebody's mail: the others still say what they found. */
    private static <T> T salvage(Supplier<T> step, T otherwise) {
        try {
            return step.get();
        } catch (RuntimeException | StackOverflowError e) {
            return otherwise;
        }
    }
}
