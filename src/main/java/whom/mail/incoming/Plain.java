package whom.mail.incoming;

import java.util.regex.Pattern;

/** Text as a database can keep it: without zero characters and halves of characters, and not longer than it may be. */
final class Plain {

    private static final int LONGEST_ID = 500;
    private static final Pattern GAPS = Pattern.compile("[\\p{Cntrl}\\s]+");

    private Plain() {}

    static String text(String written) {
        if (written.indexOf('\0') < 0 && written.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return written;
        }
        var kept = new StringBuilder(written.length());
        written.codePoints().filter(c -> c != 0).forEach(c -> kept.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
        return kept.toString();
    }

    /** One line, without control characters. */
    static String line(String written, int longest) {
        String text = text(written);
        String line = (text.contains("  ") || text.chars().anyMatch(c -> c < ' ' || c == 0x7f) ? GAPS.matcher(text).replaceAll(" ") : text).strip();
        return line.codePointCount(0, line.length()) <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }

    static String id(String messageId) {
        return line(messageId, LONGEST_ID);
    }
}
