package whom.mail.incoming;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import whom.mail.MailReader;
import whom.mail.ReadMessage;
import whom.mail.mime.Attachment;
import whom.mail.mime.Mailbox;
import whom.mail.replies.PassedOn;

/** Somebody's mail that another passes on, as a file or within their text. */
record Passed(Mailbox from, String subject, String text, String html, List<Attachment> files, String above) {

    static Optional<Passed> in(ReadMessage mail) {
        return attached(mail).or(() -> PassedOn.in(mail.text()).map(p -> new Passed(p.from(), p.subject().isBlank() ? PassedOn.plain(mail.subject()) : p.subject(), p.text(), "",
                mail.attachments(), p.above())));
    }

    private static Optional<Passed> attached(ReadMessage mail) {
        return mail.attachments().stream().filter(file -> file.contentType().equals("message/rfc822")).map(file -> MailReader.read(file.content())).filter(inner -> inner.from() != null).findFirst()
                .map(inner -> new Passed(Objects.requireNonNull(inner.from()), inner.subject(), inner.text(), inner.html() == null ? "" : inner.html(), inner.attachments(), mail.replyText()));
    }
}
