package whom.mail;

import java.util.List;
import whom.mail.mime.Addresses;
import whom.mail.mime.Body;
import whom.mail.mime.BodySelection;
import whom.mail.mime.Headers;
import whom.mail.mime.MailDate;
import whom.mail.mime.MessageIds;
import whom.mail.mime.MimeReader;
import whom.mail.mime.Part;
import whom.mail.replies.ReplyTrimmer;
import whom.mail.reports.Classification;

/** Reads a message, whatever its bytes are. */
public final class MailReader {

    private MailReader() {}

    public static ReadMessage read(byte[] bytes) {
        Part message = MimeReader.read(bytes);
        Headers headers = message.headers();
        Body body = BodySelection.of(message);
        Classification found = Classification.of(message, body.text());
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
                ReplyTrimmer.reply(body.text()),
                body.attachments(),
                body.inlineImages(),
                found.kind(),
                found.bounces(),
                List.of());
    }
}
