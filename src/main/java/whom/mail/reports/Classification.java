package whom.mail.reports;

import java.util.List;
import java.util.Optional;
import whom.mail.mime.Headers;
import whom.mail.mime.MessageIds;
import whom.mail.mime.Part;

/** What kind of message it is. Structure that the standards define comes first, then fields, then words. */
public record Classification(Kind kind, List<Bounce> bounces) {

    public static Classification of(Part message, String bodyText) {
        Headers headers = message.headers();
        if (Structure.has(message, "message/feedback-report") || Structure.isComplaint(message)) {
            return plain(Kind.FEEDBACK_REPORT);
        }
        if (Structure.has(message, "message/disposition-notification") || Structure.has(message, "message/global-disposition-notification")) {
            return plain(Kind.DELIVERY_REPORT);
        }
        List<DeliveryStatus> statuses = DeliveryStatus.of(message, bodyText);
        if (!statuses.isEmpty() && (Structure.isReport(message) || Sender.isMachine(headers))) {
            return Deliveries.from(statuses, message, bodyText);
        }
        if (Structure.isReport(message) || Sender.reports(headers, bodyText)) {
            return Deliveries.fromWords(message, bodyText);
        }
        if (Structure.isInvitation(message)) {
            return plain(Kind.CALENDAR);
        }
        if (AutoReply.is(headers)) {
            return plain(Kind.AUTO_REPLY);
        }
        return plain(Sender.isLoop(headers) ? Kind.LOOP : Sender.isSpam(headers) ? Kind.SPAM : Kind.MESSAGE);
    }

    /** The Message-ID of the letter that a report returns, or its header. */
    public static Optional<String> returned(Part report) {
        return Structure.original(report).flatMap(original -> MessageIds.first(original.headers(), "Message-ID"));
    }

    private static Classification plain(Kind kind) {
        return new Classification(kind, List.of());
    }
}
