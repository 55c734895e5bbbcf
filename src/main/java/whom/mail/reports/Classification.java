package whom.mail.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whom.mail.mime.Addresses;
import whom.mail.mime.Headers;
import whom.mail.mime.Mailbox;
import whom.mail.mime.MimeReader;
import whom.mail.mime.Part;

/** What kind of message it is. Structure that the standards define comes first, then fields, then words. */
public record Classification(Kind kind, List<Bounce> bounces) {

    private static final Pattern DAEMON = Pattern.compile("(?i)mailer[-_. ]?daemon|post[-_ ]?master|mail[-_ ]?daemon|mail(?:er)? deliver|delivery (?:sub)?system|"
            + "mail administrator|mail delivery|mdaemon|system administrator|interscan|email delivery|mail system");
    private static final Pattern SUBJECT = Pattern.compile("(?i)undeliver|deliver(?:y|ed)? (?:status|fail|notif|problem|error|report|delay)|returned? (?:mail|message|to sender)|"
            + "mail (?:delivery|could not|failure|system error|undeliver)|failure notice|non[- ]?deliver|could not (?:be )?(?:send|sent|deliver)|not delivered|message (?:delayed|status|undeliver)|"
            + "delivery failure|unzustellbar|nicht zustellbar|non remis|non distribu|no entregad|devuelto|mancata consegna|onbestelbaar|не доставлен|недоставлен|notice: mail|rejected:|bounce|unable to deliver|"
            + "não entregue|olevereras|kan inte levereras|配信|配達|送信|退信|未送達|warning: (?:could not|message)|postmaster notify|無法|undelivered|non-?recapit|error sending|problem delivering|mail error");
    private static final Pattern DELAY = Pattern.compile("(?i)\\(delay(?:ed)?\\)|\\bdelay(?:ed)?\\b|warning: (?:could not send|message)|still undelivered|will be retried|has not yet been delivered|warning message only|will keep trying|temporary failure");
    private static final Pattern PERMANENT = Pattern.compile("(?i)permanent (?:fatal )?(?:error|failure)|giving up|has been (?:returned|rejected)|gave up");

    public static Classification of(Part message, String bodyText) {
        Headers headers = message.headers();
        if (has(message, "message/feedback-report") || isHotmailComplaint(message)) {
            return plain(Kind.FEEDBACK_REPORT);
        }
        if (has(message, "message/disposition-notification") || has(message, "message/global-disposition-notification")) {
            return plain(Kind.DELIVERY_REPORT);
        }
        List<DeliveryStatus> statuses = DeliveryStatus.of(message, bodyText);
        if (!statuses.isEmpty() && (isReport(message) || fromDaemon(headers))) {
            return of(statuses, message, bodyText);
        }
        if (isReport(message) || isTextReport(headers, bodyText)) {
            return fromText(message, bodyText);
        }
        if (isInvitation(message)) {
            return plain(Kind.CALENDAR);
        }
        if (AutoReply.is(headers)) {
            return plain(Kind.AUTO_REPLY);
        }
        return plain(isLoop(headers) ? Kind.LOOP : isSpam(headers) ? Kind.SPAM : Kind.MESSAGE);
    }

    private static Classification plain(Kind kind) {
        return new Classification(kind, List.of());
    }

    private static Classification of(List<DeliveryStatus> statuses, Part message, String bodyText) {
        ReportText report = ReportText.of(bodyText);
        Map<String, String> words = TextReport.recipients(report, notRecipients(message.headers()));
        var bounces = new ArrayList<Bounce>();
        boolean failed = false;
        for (DeliveryStatus s : statuses) {
            boolean fails = s.action().startsWith("fail") || s.action().startsWith("expired") || s.action().isEmpty() && (s.status() == null || s.status().startsWith("5"));
            failed |= fails;
            String own = words.entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase(s.recipient())).map(Map.Entry::getValue).findFirst().orElse("");
            Reason reason = s.action().startsWith("deliver") || s.action().startsWith("relay") || s.action().startsWith("expand") ? null
                    : reason(s, own, report.words());
            bounces.add(new Bounce(s.recipient(), s.status(), reason));
        }
        return new Classification(failed ? Kind.BOUNCE : Kind.DELIVERY_REPORT, distinct(bounces));
    }

    private static @Nullable Reason reason(DeliveryStatus status, String own, String all) {
        Reason diagnosed = Reasons.match(status.diagnostic(), true);
        if (diagnosed != null) {
            return diagnosed;
        }
        Reason told = Reasons.of(status.diagnostic() + "\n" + own, status.status());
        return told != null ? told : Reasons.of(all, null);
    }

    private static Classification fromText(Part message, String bodyText) {
        Headers headers = message.headers();
        ReportText report = ReportText.of(bodyText);
        Map<String, String> words = TextReport.recipients(report, notRecipients(headers));
        List<String> failed = Addresses.list(headers, "X-Failed-Recipients").stream().map(Mailbox::address).toList();
        List<String> recipients = !failed.isEmpty() ? failed : !words.isEmpty() ? List.copyOf(words.keySet()) : originalRecipient(message, report);
        String all = report.words() + "\n" + headers.text("Subject");
        var bounces = new ArrayList<Bounce>();
        for (String recipient : recipients) {
            String own = words.getOrDefault(recipient, "");
            String code = DeliveryStatus.code(own);
            String status = code != null ? code : DeliveryStatus.code(report.words());
            Reason strong = Reasons.match(own, true);
            Reason reason = strong != null ? strong : Reasons.of(all, status);
            bounces.add(new Bounce(recipient, status, reason));
        }
        boolean delayed = DELAY.matcher(all).find() && !PERMANENT.matcher(all).find();
        return new Classification(delayed ? Kind.DELIVERY_REPORT : Kind.BOUNCE, distinct(bounces));
    }

    private static List<Bounce> distinct(List<Bounce> bounces) {
        Set<String> seen = new HashSet<>();
        return bounces.stream().filter(b -> seen.add(b.recipient().toLowerCase(Locale.ROOT))).toList();
    }

    private static List<String> originalRecipient(Part message, ReportText report) {
        Part original = original(message);
        if (original != null) {
            List<Mailbox> to = Addresses.list(original.headers(), "To");
            return to.isEmpty() ? List.of() : List.of(to.getFirst().address());
        }
        for (String line : report.original().split("\n")) {
            if (line.regionMatches(true, 0, "to:", 0, 3)) {
                String address = TextReport.firstAddress(line);
                return address == null ? List.of() : List.of(address);
            }
        }
        return List.of();
    }

    private static @Nullable Part original(Part part) {
        for (Part child : part.parts()) {
            Part found = original(child);
            if (found != null) {
                return found;
            }
        }
        boolean copy = MimeReader.isMessage(part.type().mediaType()) || part.is("text/rfc822-headers") || part.is("text/rfc822-header");
        return copy && !part.isMultipart() ? MimeReader.read(part.decoded()) : null;
    }

    private static Set<String> notRecipients(Headers headers) {
        return java.util.stream.Stream.of("From", "To", "Delivered-To", "Return-Path", "Reply-To").flatMap(f -> Addresses.list(headers, f).stream())
                .map(m -> m.address().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static boolean isReport(Part message) {
        boolean declared = message.is("multipart/report") && !message.type().parameter("report-type").orElse("").equalsIgnoreCase("disposition-notification");
        return declared || has(message, "message/delivery-status") || has(message, "message/global-delivery-status");
    }

    private static boolean isTextReport(Headers headers, String bodyText) {
        if (headers.has("X-Failed-Recipients")) {
            return true;
        }
        boolean subject = SUBJECT.matcher(headers.text("Subject")).find();
        return fromDaemon(headers) && subject || subject && isNull(headers) && !AutoReply.is(headers);
    }

    private static boolean fromDaemon(Headers headers) {
        return DAEMON.matcher(headers.text("From")).find() || isNull(headers);
    }

    private static boolean isNull(Headers headers) {
        return headers.raw("Return-Path").map(r -> r.strip().equals("<>") || r.toLowerCase(Locale.ROOT).contains("mailer-daemon")).orElse(false);
    }

    private static boolean isHotmailComplaint(Part message) {
        return message.headers().text("Subject").toLowerCase(Locale.ROOT).startsWith("complaint about message from") && original(message) != null;
    }

    private static boolean has(Part part, String mediaType) {
        return part.is(mediaType) || part.parts().stream().anyMatch(p -> has(p, mediaType));
    }

    private static boolean isInvitation(Part part) {
        if (part.isMultipart()) {
            return part.parts().stream().anyMatch(Classification::isInvitation);
        }
        return part.is("text/calendar") && (part.type().parameter("method").isPresent() || part.text().contains("METHOD:"));
    }

    private static boolean isSpam(Headers headers) {
        return headers.text("X-Spam-Flag").equalsIgnoreCase("yes") || headers.text("X-Spam-Status").toLowerCase(Locale.ROOT).startsWith("yes");
    }

    private static boolean isLoop(Headers headers) {
        Set<String> own = Addresses.list(headers, "To").stream().map(m -> m.address().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return headers.has("X-RT-Loop-Prevention") || headers.all("X-Loop").stream().anyMatch(l -> own.contains(l.toLowerCase(Locale.ROOT)));
    }
}
