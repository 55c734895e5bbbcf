package whom.mail.mime;

import java.io.ByteArrayOutputStream;

/** Quoted-printable; an equals sign that begins no escape stays as it is. */
final class QuotedPrintable {

    private QuotedPrintable() {}

    static byte[] decode(Octets text) {
        var out = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            byte b = text.at(i);
            if (b != '=') {
                out.write(b);
                i++;
                continue;
            }
            int high = digit(text, i + 1);
            int low = high < 0 ? -1 : digit(text, i + 2);
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 3;
            } else {
                int next = afterSoftBreak(text, i + 1);
                if (next < 0) {
                    out.write(b);
                }
                i = Math.max(i + 1, next);
            }
        }
        return out.toByteArray();
    }

    /** The start of the next line where only spaces stand between here and the line's end; else -1. */
    private static int afterSoftBreak(Octets text, int index) {
        int i = index;
        while (i < text.length() && i - index < 200 && (text.at(i) == ' ' || text.at(i) == '\t')) {
            i++;
        }
        if (i < text.length() && text.at(i) == '\r') {
            i++;
            return i < text.length() && text.at(i) == '\n' ? i + 1 : i;
        }
        if (i < text.length()) {
            return text.at(i) == '\n' ? i + 1 : -1;
        }
        return i;
    }

    private static int digit(Octets text, int index) {
        return index < text.length() && text.at(index) > 0 ? Character.digit((char) text.at(index), 16) : -1;
    }
}
