package whom.mail.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import whom.mail.mime.MimeReader;
import whom.mail.mime.Part;

/** What the parts of a message say about its kind. Attached messages are not looked into: they say nothing of the outer one. */
final class Structure {

    private static final List<String> HEADERS_ONLY = List.of("text/rfc822-headers", "text/rfc822-header", "message/global-headers");

    private Structure() {}

    static boolean has(Part part, String mediaType) {
        return part.is(mediaType) || part.parts().stream().anyMatch(p -> has(p, mediaType));
    }

    static boolean isReport(Part message) {
        String type = message.type().parameter("report-type").orElse("delivery-status").toLowerCase(Locale.ROOT);
        return message.is("multipart/report") && type.contains("delivery") || has(message, "message/delivery-status")
                || has(message, "message/global-delivery-status");
    }

    /** Complaints of providers that came before the standard have a form of their own. */
    static boolean isComplaint(Part message) {
        String subject = message.headers().text("Subject").strip().toLowerCase(Locale.ROOT);
        boolean titled = subject.startsWith("complaint about message from") || subject.startsWith("email feedback report for") || subject.contains("abuse report");
        return titled && !message.parts().isEmpty() && original(message).isPresent();
    }

    static boolean isInvitation(Part part) {
        if (part.isMultipart()) {
            return part.parts().stream().anyMatch(Structure::isInvitation);
        }
        return part.is("text/calendar") && (part.type().parameter("method").isPresent() || part.text().contains("METHOD:"));
    }

    /** The message that a report returns, or its header. */
    static Optional<Part> original(Part part) {
        if (part.isMultipart()) {
            return part.parts().stream().flatMap(p -> original(p).stream()).findFirst();
        }
        boolean copy = MimeReader.isMessage(part.type().mediaType()) || HEADERS_ONLY.contains(part.type().mediaType());
        return copy ? Optional.of(MimeReader.read(part.decoded())) : Optional.empty();
    }
}
