package whom.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What a file is, by its first bytes and never by what was said of it. Only what a browser shows without running anything gets
 * a type of its own; all else is octets, to be saved.
 */
public final class FileType {

    static final String OCTETS = "application/octet-stream";
    static final String TEXT = "text/plain";
    private static final int HEAD = 4_096;
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", TEXT);

    private FileType() {}

    public static String of(InputStream bytes, String name) throws IOException {
        return of(bytes.readNBytes(HEAD), name);
    }

    static String of(byte[] head, String name) {
        if (starts(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "image/png";
        }
        if (starts(head, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (starts(head, 'G', 'I', 'F', '8', '7', 'a') || starts(head, 'G', 'I', 'F', '8', '9', 'a')) {
            return "image/gif";
        }
        if (starts(head, 'R', 'I', 'F', 'F') && head.length >= 12 && starts(Arrays.copyOfRange(head, 8, 12), 'W', 'E', 'B', 'P')) {
            return "image/webp";
        }
        if (starts(head, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        return namedText(name) && plain(head) ? TEXT : OCTETS;
    }

    /** Whether a browser may show it within its window; the page that does so is boxed in nevertheless. */
    static boolean shown(String type) {
        return SHOWN.contains(type);
    }

    private static boolean starts(byte[] head, int... sign) {
        for (int i = 0; i < sign.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != sign[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean namedText(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Set.of("txt", "log", "md", "csv", "tsv", "ini", "conf", "cfg", "yaml", "yml", "json").contains(ending) || !name.contains(".");
    }

    /** UTF-8 without control characters; a character cut off at the end of the head does not count. */
    private static boolean plain(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        if (decoder.decode(ByteBuffer.wrap(head), text, head.length < HEAD).isError()) {
            return false;
        }
        return text.flip().chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }
}
