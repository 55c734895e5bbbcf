package whom.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** RFC 1843, which the JDK does not have: between <code>~{</code> and <code>~}</code> stand GB 2312 characters in 7 bits. */
final class HzGb {

    private HzGb() {}

    static String decode(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        boolean chinese = false;
        for (int i = 0; i < bytes.length; i++) {
            byte next = i + 1 < bytes.length ? bytes[i + 1] : 0;
            if (bytes[i] == '~' && (next == '{' || next == '}' || next == '~' || next == '\n')) {
                chinese = next == '{' || next != '}' && chinese;
                if (next == '~') {
                    out.write('~');
                }
                i++;
            } else {
                out.write(chinese && bytes[i] > ' ' ? bytes[i] | 0x80 : bytes[i]);
            }
        }
        return out.toString(Charset.forName("GB18030"));
    }
}
