package whom.mail.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RFC 2047 encoded words, wherever they stand (in quotation marks, in file names, without a space between). Neighbours of
 * one charset are joined as bytes before they are decoded, since many senders split inside a character.
 */
public final class HeaderWords {

    // Q text may hold spaces and even question marks where a sender forgot to encode them: only its start is matched here,
    // its end is the first "?=" that does not begin an escaped byte.
    private static final Pattern START = Pattern.compile("=\\?\\s?([\\w.:+-]{1,60})(?:\\*[\\w-]{0,20})?\\s?\\?\\s?([bBqQ])\\?");

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

    private HeaderWords() {}

    /** From raw header text, one byte a character, to Unicode. */
    public static String decode(String raw) {
        return decodeUnicode(unicode(raw));
    }

    /** Raw 8-bit text is UTF-8 where it is valid UTF-8, else windows-1252; escape sequences mean ISO-2022. */
    static String unicode(String raw) {
        return Charsets.decodeUndeclared(Octets.of(raw).copy());
    }

    static String decodeUnicode(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        var out = new StringBuilder();
        var run = new Run(out);
        Matcher m = START.matcher(text);
        int at = 0;
        while (m.find(at)) {
            int end = end(text, m.end(), Character.toLowerCase(m.group(2).charAt(0)) == 'q');
            if (end < 0) {
                break;
            }
            String between = text.substring(at, m.start());
            if (!between.isBlank() || !run.isOpen()) {
                run.close();
                out.append(between);
            }
            run.add(m.group(1).toLowerCase(Locale.ROOT), Character.toLowerCase(m.group(2).charAt(0)), text.substring(m.end(), end));
            int next = Math.min(text.length(), end + 2);
            run.raw.append(text, m.start(), next);
            at = next;
        }
        run.close();
        return out.append(text, at, text.length()).toString();
    }

    /** Where the encoded text ends; a word that is cut off at the very end of the value ends there. */
    private static int end(String text, int from, boolean q) {
        int end = text.indexOf("?=", from);
        while (q && end >= 0 && end + 4 <= text.length() && isHex(text.charAt(end + 2)) && isHex(text.charAt(end + 3))) {
            end = text.indexOf("?=", end + 2);
        }
        if (end < 0 && text.indexOf(' ', from) < 0 && text.indexOf("=?", from) < 0) {
            return text.endsWith("?") ? Math.max(from, text.length() - 1) : text.length();
        }
        return end;
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    /** Neighbouring words of one charset, not yet decoded. */
    private static final class Run {

        private final StringBuilder out;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final StringBuilder base64 = new StringBuilder();
        private final StringBuilder raw = new StringBuilder();
        private @Nullable String charset;

        Run(StringBuilder out) {
            this.out = out;
        }

        boolean isOpen() {
            return charset != null;
        }

        void add(String wordCharset, char encoding, String text) {
            if (charset != null && !charset.equals(wordCharset)) {
                close();
            }
            charset = wordCharset;
            if (encoding == 'q') {
                flushBase64();
                q(text);
            } else {
                if ((base64.length() + text.length()) % 4 != 0) {
                    flushBase64();
                }
                base64.append(text);
                // Whole quantums, or a padded end, can be decoded now; a torn one waits for the next word.
                if (text.endsWith("=") || text.strip().length() % 4 == 0) {
                    flushBase64();
                }
            }
        }

        private void flushBase64() {
            if (!base64.isEmpty()) {
                bytes.writeBytes(Base64Text.decode(Octets.of(base64.toString())));
                base64.setLength(0);
            }
        }

        private void q(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '=' && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
                    bytes.write(Character.digit(text.charAt(i + 1), 16) * 16 + Character.digit(text.charAt(i + 2), 16));
                    i += 2;
                } else if (c < 128) {
                    bytes.write(c == '_' ? ' ' : c);
                } else {
                    bytes.writeBytes(String.valueOf(c).getBytes(Charsets.named(charset).filter(Charset::canEncode).orElse(UTF_8)));
                }
            }
        }

        void close() {
            if (charset == null) {
                return;
            }
            flushBase64();
            String text = Charsets.decode(bytes.toByteArray(), Optional.of(charset)).replace("\n", " ").replace("\r", "");
            // Words that come to control characters are no words, whatever they claim: they stay as they were written.
            out.append(CONTROL.matcher(text).find() ? raw : text);
            bytes.reset();
            raw.setLength(0);
            charset = null;
        }
    }
}
