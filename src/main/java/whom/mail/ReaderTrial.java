package whom.mail;

import whom.mail.mime.Addresses;
import whom.mail.mime.BodySelection;
import whom.mail.mime.MailDate;
import whom.mail.mime.MessageIds;
import whom.mail.mime.MimeReader;
import whom.mail.mime.Part;
import whom.mail.mime.Protection;
import whom.mail.replies.PassedOn;
import whom.mail.replies.ReplyTrimmer;
import whom.mail.reports.Classification;

/** Reads a message as {@link MailReader} does, step by step, and hides no mistake of any of them: for those who look for mistakes. */
public final class ReaderTrial {

    private static final int DEEPEST = 52;
    private static final int MOST_PARTS = 1_001;
    private static final int MOST_FIELDS = 1_001;

    private ReaderTrial() {}

    /** @throws RuntimeException whatever went wrong, also where a bound did not hold */
    public static void read(byte[] bytes) {
        Part message = MimeReader.read(bytes);
        if (count(message, 0) > MOST_PARTS) {
            throw new IllegalStateException("more parts than there may be");
        }
        String text = BodySelection.of(message).text();
        Classification.of(message, text);
        ReplyTrimmer.reply(text);
        PassedOn.in(text);
        Classification.returned(message);
        TicketMark.in(message.headers().text("Subject"));
        new AnswerAddress("secret").read(message.headers().text("To"));
        Protection.of(message);
        message.headers().raw("Date").flatMap(MailDate::parse);
        Addresses.list(message.headers(), "To");
        Addresses.first(message.headers(), "From");
        MessageIds.list(message.headers(), "References");
        MailReader.read(bytes);
    }

    private static int count(Part part, int level) {
        if (level > DEEPEST || part.headers().fields().size() > MOST_FIELDS) {
            throw new IllegalStateException(level > DEEPEST ? "parts nested deeper than they may be" : "more fields than there may be");
        }
        return 1 + part.parts().stream().mapToInt(each -> count(each, level + 1)).sum();
    }
}
