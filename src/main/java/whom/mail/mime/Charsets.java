package whom.mail.mime;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text. Labels are resolved as browsers do; text whose charset is missing, unknown or plainly wrong is UTF-8 where
 * it is valid UTF-8, else windows-1252, so that nothing of it is lost.
 */
public final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern META = Pattern.compile("<meta[^>]{0,200}?charset\\s{0,5}=\\s{0,5}[\"']?([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);

    private Charsets() {}

    public static Optional<Charset> named(String label) {
        return CharsetLabels.resolve(label);
    }

    public static String decode(byte[] bytes, Optional<String> label) {
        String name = label.orElse("").strip().toLowerCase(Locale.ROOT);
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        return switch (name) {
            case "", "us-ascii", "ascii", "ansi_x3.4-1968", "8bit", "7bit", "binary", "none", "default", "unknown-8bit", "x-unknown" ->
                    decodeUndeclared(bytes);
            case "utf-7", "utf7", "unicode-1-1-utf-7", "x-utf-7" -> Utf7.decode(bytes);
            case "hz-gb-2312", "hz" -> HzGb.decode(bytes);
            case "utf-16", "utf16", "ucs-2", "iso-10646-ucs-2", "unicode" -> decodeUtf16(bytes);
            default -> named(name).map(c -> decode(bytes, c)).orElseGet(() -> decodeUndeclared(bytes));
        };
    }

    private static String decode(byte[] bytes, Charset charset) {
        if (charset.equals(UTF_8)) {
            return valid(bytes, UTF_8).orElseGet(() -> hasUtf8(bytes) ? new String(bytes, UTF_8) : new String(bytes, WINDOWS_1252));
        }
        return new String(bytes, charset);
    }

    /** Where the header is silent, the document's own word counts. */
    static String decodeHtml(byte[] bytes, Optional<String> label) {
        if (label.isPresent() && (named(label.get()).isPresent() || label.get().toLowerCase(Locale.ROOT).startsWith("utf"))) {
            return decode(bytes, label);
        }
        Matcher meta = META.matcher(Octets.of(bytes).first(4_096).latin1());
        return decode(bytes, meta.find() ? Optional.of(meta.group(1)) : label);
    }

    static String decodeUndeclared(byte[] bytes) {
        if (isIso2022(bytes)) {
            return decode(bytes, Charset.forName("x-windows-iso2022jp"));
        }
        return valid(bytes, UTF_8).orElseGet(() -> new String(bytes, WINDOWS_1252));
    }

    private static Optional<String> byMark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, UTF_8));
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, UTF_16BE));
        }
        return starts(bytes, 0xFF, 0xFE) && bytes.length % 2 == 0
                ? Optional.of(new String(bytes, 2, bytes.length - 2, UTF_16LE))
                : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Without a mark, the zeros of Latin text tell the order; else it is big-endian, as RFC 2781 says. */
    private static String decodeUtf16(byte[] bytes) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < Math.min(bytes.length, 2_000); i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        return even + odd == 0 ? decodeUndeclared(bytes) : new String(bytes, odd > even ? UTF_16LE : UTF_16BE);
    }

    private static Optional<String> valid(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether at least one character beyond ASCII is well-formed UTF-8. */
    private static boolean hasUtf8(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xE0) == 0xC0 && (bytes[i] & 0xFF) >= 0xC2 && continues(bytes, i + 1)
                    || (bytes[i] & 0xF0) == 0xE0 && continues(bytes, i + 1) && continues(bytes, i + 2)
                    || (bytes[i] & 0xF8) == 0xF0 && continues(bytes, i + 1) && continues(bytes, i + 2) && continues(bytes, i + 3)) {
                return true;
            }
        }
        return false;
    }

    private static boolean continues(byte[] bytes, int index) {
        return index < bytes.length && (bytes[index] & 0xC0) == 0x80;
    }

    private static boolean isIso2022(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }
}
