package whom.mail.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whom.mail.mime.Addresses;
import whom.mail.mime.Headers;
import whom.mail.mime.Mailbox;
import whom.mail.mime.Part;

/** What a report says of each recipient: from the fields of RFC 3464 where it has them, else from its words. */
final class Deliveries {

    private static final Pattern DELAYED = Pattern.compile("(?i)\\bdelay(?:ed)?\\b|warning: (?:could not send|message)|still undelivered|will be retried|has not yet been delivered|"
            + "warning (?:message )?only|will keep trying|temporary failure|will continue to (?:try|attempt)");
    private static final Pattern FINAL = Pattern.compile("(?i)permanent (?:fatal )?(?:error|failure)|giving up|has been (?:returned|rejected)|gave up|could not be delivered for more than");

    private Deliveries() {}

    static Classification from(List<DeliveryStatus> statuses, Part message, String bodyText) {
        ReportText report = ReportText.of(bodyText);
        Map<String, String> words = TextReport.recipients(report, notRecipients(message.headers()));
        Supplier<Optional<Reason>> general = once(() -> Optional.ofNullable(Reasons.of(report.words(), null)));
        var bounces = new ArrayList<Bounce>();
        for (DeliveryStatus status : statuses) {
            bounces.add(new Bounce(status.recipient(), status.status(), status.succeeded() ? null : reason(status, own(words, status.recipient()), general)));
        }
        boolean failed = statuses.stream().anyMatch(DeliveryStatus::failed);
        return new Classification(failed ? Kind.BOUNCE : Kind.DELIVERY_REPORT, distinct(bounces));
    }

    private static @Nullable Reason reason(DeliveryStatus status, String own, Supplier<Optional<Reason>> general) {
        Reason diagnosed = Reasons.strong(status.diagnostic(), status.status());
        if (diagnosed != null) {
            return diagnosed;
        }
        Reason told = Reasons.strong(own, status.status());
        if (told != null) {
            return told;
        }
        Reason coded = status.status() == null ? null : StatusCodes.reason(status.status());
        if (coded != null) {
            return coded;
        }
        return status.timed() ? Reason.EXPIRED : Optional.ofNullable(Reasons.weak(status.diagnostic() + "\n" + own)).or(general).orElse(null);
    }

    static Classification fromWords(Part message, String bodyText) {
        Headers headers = message.headers();
        ReportText report = ReportText.of(bodyText);
        Map<String, String> words = TextReport.recipients(report, notRecipients(headers));
        String all = report.words() + "\n" + headers.text("Subject");
        Supplier<Optional<Reason>> general = once(() -> Optional.ofNullable(Reasons.of(all, DeliveryStatus.code(report.words()))));
        var bounces = new ArrayList<Bounce>();
        for (String recipient : recipients(message, report, words)) {
            String own = own(words, recipient);
            String code = DeliveryStatus.code(own);
            String status = code != null ? code : DeliveryStatus.code(report.words());
            bounces.add(new Bounce(recipient, status, Optional.ofNullable(Reasons.strong(own, status)).or(general).orElse(null)));
        }
        boolean delayed = DELAYED.matcher(all).find() && !FINAL.matcher(all).find();
        return new Classification(delayed ? Kind.DELIVERY_REPORT : Kind.BOUNCE, distinct(bounces));
    }

    private static List<String> recipients(Part message, ReportText report, Map<String, String> words) {
        List<Mailbox> failed = Addresses.list(message.headers(), "X-Failed-Recipients");
        if (!failed.isEmpty()) {
            return failed.stream().map(Mailbox::address).toList();
        }
        return words.isEmpty() ? originalRecipient(message, report).stream().toList() : List.copyOf(words.keySet());
    }

    private static Optional<String> originalRecipient(Part message, ReportText report) {
        return Structure.original(message).flatMap(o -> Addresses.first(o.headers(), "To")).map(Mailbox::address)
                .or(() -> report.original().lines().filter(l -> l.regionMatches(true, 0, "to:", 0, 3))
                        .flatMap(l -> Stream.ofNullable(TextReport.firstAddress(l))).findFirst());
    }

    private static String own(Map<String, String> words, String recipient) {
        return words.entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase(recipient)).map(Map.Entry::getValue).findFirst().orElse("");
    }

    private static List<Bounce> distinct(List<Bounce> bounces) {
        Set<String> seen = new HashSet<>();
        return bounces.stream().filter(b -> seen.add(b.recipient().toLowerCase(Locale.ROOT))).toList();
    }

    /** A report goes to the one who wrote, and comes from a machine: neither is whom the message was for. */
    private static Set<String> notRecipients(Headers headers) {
        return Stream.of("From", "To", "Delivered-To", "Return-Path", "Reply-To").flatMap(f -> Addresses.list(headers, f).stream())
                .map(m -> m.address().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static <T> Supplier<T> once(Supplier<T> supplier) {
        var kept = new ArrayList<T>(1);
        return () -> {
            if (kept.isEmpty()) {
                kept.add(supplier.get());
            }
            return kept.getFirst();
        };
    }
}
