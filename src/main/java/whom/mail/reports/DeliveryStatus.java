package whom.mail.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whom.mail.mime.HeaderWords;
import whom.mail.mime.Octets;
import whom.mail.mime.Part;

/**
 * The fields of RFC 3464, per recipient. They are read in the order in which they stand, so that missing blank lines,
 * strange fields and fields written into the body as text do no harm: a field that comes again begins the next recipient.
 */
record DeliveryStatus(String recipient, String action, @Nullable String status, String diagnostic) {

    private static final int MOST = 1_000;
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.]*\\d)");
    private static final Pattern TYPED = Pattern.compile("^\\s*[\\w-]{1,40}\\s*;");

    static List<DeliveryStatus> of(Part message, String bodyText) {
        var found = new ArrayList<DeliveryStatus>();
        parts(message).forEach(p -> found.addAll(parse(p.text())));
        return found.isEmpty() && bodyText.contains("Action:") ? parse(bodyText) : found;
    }

    boolean failed() {
        return action.startsWith("fail") || action.startsWith("expired") || action.isEmpty() && (status == null || status.startsWith("5"));
    }

    boolean succeeded() {
        return action.startsWith("deliver") || action.startsWith("relay") || action.startsWith("expand");
    }

    /** Time ran out, or is running. */
    boolean timed() {
        return action.startsWith("delay") || action.startsWith("expire");
    }

    private static List<Part> parts(Part part) {
        if (part.isMultipart()) {
            return part.parts().stream().flatMap(p -> parts(p).stream()).toList();
        }
        return part.is("message/delivery-status") || part.is("message/global-delivery-status") ? List.of(part) : List.of();
    }

    static List<DeliveryStatus> parse(String text) {
        var found = new ArrayList<DeliveryStatus>();
        var fields = new Fields();
        for (String line : text.replace("\r", "").split("\n")) {
            if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                fields.fold(line);
                continue;
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (line.isBlank() && fields.isFull() || fields.has(name)) {
                fields.finish(found);
                fields = new Fields();
            }
            fields.set(name, colon < 0 ? "" : line.substring(colon + 1).strip());
            if (found.size() >= MOST) {
                break;
            }
        }
        fields.finish(found);
        return found;
    }

    /** The fields of the recipient under way. */
    private static final class Fields {

        private final java.util.Map<String, StringBuilder> values = new java.util.HashMap<>();
        private String last = "";

        boolean has(String name) {
            return values.containsKey(name);
        }

        boolean isFull() {
            return (has("final-recipient") || has("original-recipient")) && (has("action") || has("status"));
        }

        void set(String name, String value) {
            last = switch (name) {
                case "final-recipient", "original-recipient", "x-actual-recipient", "action", "status", "diagnostic-code" -> name;
                default -> "";
            };
            if (!last.isEmpty()) {
                values.put(last, new StringBuilder(value));
            }
        }

        void fold(String line) {
            if (!last.isEmpty() && values.get(last).length() < 20_000) {
                values.get(last).append(line);
            }
        }

        void finish(List<DeliveryStatus> found) {
            String recipient = address("final-recipient").or(() -> address("original-recipient")).or(() -> address("x-actual-recipient")).orElse("");
            if (recipient.isEmpty() || !has("action") && !has("status") && !has("diagnostic-code")) {
                return;
            }
            String diagnostic = value("diagnostic-code");
            String action = value("action").toLowerCase(Locale.ROOT).replaceAll("[^a-z].*$", "");
            found.add(new DeliveryStatus(recipient, action, better(value("status"), diagnostic), diagnostic));
        }

        private String value(String name) {
            return HeaderWords.decode(Octets.of(values.getOrDefault(name, new StringBuilder()).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)).latin1()).strip();
        }

        private Optional<String> address(String field) {
            String value = TYPED.matcher(value(field)).replaceFirst("").strip();
            String address = value.replaceAll("^[<\"\\s]+|[>\"\\s]+$", "");
            return address.contains("@") && address.indexOf(' ') < 0 ? Optional.of(address) : Optional.empty();
        }
    }

    /** The Status field; where it ends in 0, "other", a code of the same class in the diagnostic that does not says more. */
    private static @Nullable String better(String status, String diagnostic) {
        String said = code(status);
        String told = code(diagnostic);
        boolean vague = said == null || said.endsWith(".0.0") || said.endsWith(".0") && told != null && !told.endsWith(".0");
        return told != null && vague && (said == null || told.charAt(0) == said.charAt(0)) ? told : said;
    }

    static @Nullable String code(String text) {
        Matcher m = CODE.matcher(text);
        return m.find() ? m.group() : null;
    }
}
