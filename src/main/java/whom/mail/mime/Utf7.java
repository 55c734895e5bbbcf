package whom.mail.mime;

import static java.nio.charset.StandardCharsets.UTF_16BE;

/** RFC 2152, which the JDK does not have: {@code +…-} holds base64 of UTF-16. */
final class Utf7 {

    private Utf7() {}

    static String decode(byte[] bytes) {
        String text = Octets.of(bytes).latin1();
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '+') {
                out.append(c);
                continue;
            }
            int end = at;
            while (end < text.length() && isBase64(text.charAt(end))) {
                end++;
            }
            boolean closed = end < text.length() && text.charAt(end) == '-';
            if (end == at) {
                out.append('+');
            } else {
                byte[] utf16 = Base64Text.decode(Octets.of(text.substring(at, end)));
                out.append(new String(utf16, 0, utf16.length / 2 * 2, UTF_16BE));
            }
            at = closed ? end + 1 : end;
        }
        return out.toString();
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
