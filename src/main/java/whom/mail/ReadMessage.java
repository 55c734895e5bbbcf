package whom.mail;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.mail.mime.Attachment;
import whom.mail.mime.Mailbox;
import whom.mail.reports.Bounce;
import whom.mail.reports.Kind;

/**
 * A message as it was understood. Nothing of it is trusted: names, addresses and dates are what the sender wrote.
 *
 * @param text the plain body, or text made from the HTML
 * @param html as it was sent, before any cleaning; never show it as it is
 * @param replyText what is new in {@code text}
 * @param protection {@code smime-signed}, {@code smime-encrypted}, {@code pgp-signed}, {@code pgp-encrypted}; shown, not verified
 */
public record ReadMessage(
        @Nullable Mailbox from,
        List<Mailbox> to,
        List<Mailbox> cc,
        String subject,
        @Nullable OffsetDateTime date,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        String text,
        @Nullable String html,
        String replyText,
        List<Attachment> attachments,
        int inlineImages,
        Kind kind,
        List<Bounce> bounces,
        List<String> protection) {}
