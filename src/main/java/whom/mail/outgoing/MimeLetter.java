package whom.mail.outgoing;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import whom.mail.Post;

/** A letter as it travels: plain and HTML, our own Message-ID, and what threads and machines go by. */
final class MimeLetter extends SMTPMessage {

    private final Letter letter;

    MimeLetter(Session session, Letter letter, Post post) throws MessagingException {
        super(session);
        this.letter = letter;
        try {
            setFrom(new InternetAddress(post.address(), letter.from(), "UTF-8"));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
        // Reports about it go to the signed address, so that they are known to belong to it.
        setEnvelopeFrom(letter.replyTo() == null ? post.address() : letter.replyTo());
        setRecipients(Message.RecipientType.TO, InternetAddress.parse(letter.to()));
        if (letter.replyTo() != null) {
            setReplyTo(InternetAddress.parse(letter.replyTo()));
        }
        setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), "UTF-8");
        setSentDate(new Date());
        setHeader("Content-Language", letter.language());
        thread();
        if (letter.automatic()) {
            setHeader("Auto-Submitted", letter.answers() ? "auto-replied" : "auto-generated");
            setHeader("X-Auto-Response-Suppress", "All");
        }
        setContent(body());
    }

    private void thread() throws MessagingException {
        List<String> before = letter.before();
        if (!before.isEmpty()) {
            setHeader("In-Reply-To", "<" + before.getFirst() + ">");
            setHeader("References", String.join("\r\n ", before.reversed().stream().map(id -> "<" + id + ">").toList()));
        }
    }

    private MimeMultipart body() throws MessagingException {
        var both = new MimeMultipart("alternative");
        both.addBodyPart(text(letter.text(), "plain"));
        both.addBodyPart(text(Html.of(letter.text(), letter.language()), "html"));
        if (letter.files().isEmpty()) {
            return both;
        }
        var whole = new MimeMultipart("mixed");
        var first = new MimeBodyPart();
        first.setContent(both);
        whole.addBodyPart(first);
        for (Letter.File file : letter.files()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.type())));
            part.setDisposition(Part.ATTACHMENT);
            part.setFileName(file.name());
            whole.addBodyPart(part);
        }
        return whole;
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + letter.id() + ">");
    }
}
