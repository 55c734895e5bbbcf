package whom.mail.mime;

import java.util.Arrays;
import java.util.Locale;

/** Takes the transfer encoding off. What is unknown, or is not what it claims to be, stays as it came. */
final class TransferEncoding {

    private TransferEncoding() {}

    static byte[] decode(Part part) {
        Octets body = part.body();
        return switch (name(part.headers())) {
            case "base64" -> part.isText() ? text(body) : Base64Text.decode(body.first(Base64Text.end(body)));
            case "quoted-printable" -> QuotedPrintable.decode(body);
            case "uuencode" -> Uuencode.first(body).map(Uuencode.File::content).orElseGet(body::copy);
            default -> body.copy();
        };
    }

    /** Prose that claims to be base64 stays, and so does what was written below it in clear. */
    private static byte[] text(Octets body) {
        if (!Base64Text.plausible(body.first(Base64Text.end(body)))) {
            return body.copy();
        }
        int end = Base64Text.end(body);
        byte[] decoded = Base64Text.decode(body.first(end));
        byte[] clear = new Octets(body.bytes(), body.from() + end, body.to()).copy();
        byte[] both = Arrays.copyOf(decoded, decoded.length + clear.length);
        System.arraycopy(clear, 0, both, decoded.length, clear.length);
        return both;
    }

    static String name(Headers headers) {
        String said = headers.raw("Content-Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        String word = said.replaceAll("^[\"'\\s]+", "").replaceAll("[\"';,(].*$", "").strip();
        return switch (word) {
            case "base64", "base-64", "b", "mime-base64" -> "base64";
            case "quoted-printable", "quoted printable", "quotedprintable", "quoted_printable", "q", "qp" -> "quoted-printable";
            case "uuencode", "x-uuencode", "x-uue", "uue", "x-uu" -> "uuencode";
            default -> word.endsWith("base64") ? "base64" : word;
        };
    }
}
