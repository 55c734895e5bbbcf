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
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A letter as it travels: plain and HTML, our own Message-ID, and what threads and machines go by. */
final class MimeLetter extends SMTPMessage {

    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif");
    private static final int LARGEST_PICTURE = 2 * 1024 * 1024;
    private static final int MOST_PICTURES = 10;

    private final Letter letter;

    MimeLetter(Session session, Letter letter) throws MessagingException {
        super(session);
        this.letter = letter;
        try {
            setFrom(new InternetAddress(letter.from().address(), letter.from().name(), "UTF-8"));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
        // Reports about it go to the signed address, so that they are known to belong to it.
        setEnvelopeFrom(letter.replyTo() == null ? letter.from().address() : letter.replyTo());
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
        if (letter.stop() != null) {
            stop(letter.stop());
        }
        setContent(body());
    }

    /** RFC 2369, and by one click (RFC 8058) where the link is a safe one. */
    private void stop(String link) throws MessagingException {
        setHeader("List-Unsubscribe", "<" + link + ">");
        if (link.startsWith("https:")) {
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private void thread() throws MessagingException {
        List<String> before = letter.before();
        if (!before.isEmpty()) {
            setHeader("In-Reply-To", "<" + before.getFirst() + ">");
            setHeader("References", String.join("\r\n ", before.reversed().stream().map(id -> "<" + id + ">").toList()));
        }
    }

    private MimeMultipart body() throws MessagingException {
        List<Letter.File> pictures = letter.files().stream().filter(MimeLetter::isShown).limit(MOST_PICTURES).toList();
        var both = new MimeMultipart("alternative");
        both.addBodyPart(text(letter.text(), "plain"));
        both.addBodyPart(pictures.isEmpty() ? html(pictures) : around(withPictures(pictures)));
        List<Letter.File> files = letter.files().stream().filter(file -> !pictures.contains(file)).toList();
        if (files.isEmpty()) {
            return both;
        }
        var whole = new MimeMultipart("mixed");
        whole.addBodyPart(around(both));
        for (Letter.File file : files) {
            whole.addBodyPart(file(file, Part.ATTACHMENT));
        }
        return whole;
    }

    /** What every mail program shows in its place; larger ones are for opening. */
    private static boolean isShown(Letter.File file) {
        return SHOWN.contains(file.type()) && file.bytes().length <= LARGEST_PICTURE;
    }

    private MimeBodyPart html(List<Letter.File> pictures) throws MessagingException {
        return text(Html.of(letter.text(), letter.language(), IntStream.range(0, pictures.size()).mapToObj(i -> new Html.Picture(pictureId(i), pictures.get(i).name())).toList()), "html");
    }

    private MimeMultipart withPictures(List<Letter.File> pictures) throws MessagingException {
        var related = new MimeMultipart("related");
        related.addBodyPart(html(pictures));
        for (int i = 0; i < pictures.size(); i++) {
            MimeBodyPart part = file(pictures.get(i), Part.INLINE);
            part.setContentID("<" + pictureId(i) + ">");
            related.addBodyPart(part);
        }
        return related;
    }

    private String pictureId(int i) {
        return "p" + (i + 1) + "." + letter.id();
    }

    private static MimeBodyPart around(MimeMultipart parts) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    private static MimeBodyPart file(Letter.File file, String disposition) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.type())));
        part.setDisposition(disposition);
        part.setFileName(file.name());
        return part;
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
