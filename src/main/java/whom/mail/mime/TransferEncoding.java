package whom.mail.mime;

import java.util.Locale;

/** Takes the transfer encoding off. What is unknown, or is not what it claims to be, stays as it came. */
final class TransferEncoding {

    private TransferEncoding() {}

    static byte[] decode(Part part) {
        Octets body = part.body();
        return switch (name(part.headers())) {
            case "base64" -> part.isText() && !Base64Text.plausible(body) ? body.copy() : Base64Text.decode(body);
            case "quoted-printable" -> QuotedPrintable.decode(body);
            case "uuencode" -> Uuencode.first(body).map(Uuencode.File::content).orElseGet(body::copy);
            default -> body.copy();
        };
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
