package whom.mail.mime;


import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that were written into a text body, between "begin 644 name" and "end", as was done before MIME. */
final class Uuencode {

    private static final Pattern BEGIN = Pattern.compile("begin(-base64)? ([0-7]{3,4}) (\\S.{0,250})");
    private static final int MOST_FILES = 100;

    /** @param from where its first line starts, @param to where the line after its last one starts */
    record File(String name, byte[] content, int from, int to) {}

    private Uuencode() {}

    static Optional<File> first(Octets text) {
        return files(text).stream().findFirst();
    }

    static List<File> files(Octets text) {
        var files = new ArrayList<File>();
        var lines = new Lines(text);
        while (!lines.atEnd() && files.size() < MOST_FILES) {
            Matcher begin = BEGIN.matcher(lines.startsWith("begin") ? lines.line().first(300).latin1() : "");
            int start = lines.start();
            lines.advance();
            if (begin.matches()) {
                read(lines, begin, start).ifPresent(files::add);
            }
        }
        return files;
    }

    private static Optional<File> read(Lines lines, Matcher begin, int start) {
        boolean base64 = begin.group(1) != null;
        var content = new ByteArrayOutputStream();
        boolean any = false;
        while (!lines.atEnd()) {
            Octets line = lines.line();
            String word = line.first(5).latin1().strip();
            if (word.equals(base64 ? "====" : "end")) {
                lines.advance();
                break;
            }
            if (base64) {
                content.writeBytes(Base64Text.decode(line));
            } else if (word.equals("`") || line.isBlank()) {
                lines.advance();
                continue;
            } else if (!decodeLine(line, content)) {
                break;
            }
            any = true;
            lines.advance();
        }
        return any ? Optional.of(new File(begin.group(3).strip(), content.toByteArray(), start, lines.start())) : Optional.empty();
    }

    /** False where the line's length does not fit what its first character says. */
    private static boolean decodeLine(Octets line, ByteArrayOutputStream out) {
        int length = line.at(0) - 32 & 63;
        int needed = (length * 8 + 5) / 6;
        if (line.at(0) < 32 || line.at(0) > 96 || line.length() - 1 > (length + 2) / 3 * 4 + 2) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int bit = i * 8;
            int first = value(line, 1 + bit / 6);
            int second = value(line, 2 + bit / 6);
            out.write((first << 6 | second) >> (12 - 8 - bit % 6));
        }
        return needed > 0;
    }

    private static int value(Octets line, int index) {
        return index < line.length() ? line.at(index) - 32 & 63 : 0;
    }

    /** The text that is left when the files are taken out. */
    static byte[] without(Octets text, List<File> files) {
        var left = new ByteArrayOutputStream();
        int at = text.from();
        for (File file : files) {
            left.write(text.bytes(), at, file.from() - at);
            at = file.to();
        }
        left.write(text.bytes(), at, text.to() - at);
        return left.toByteArray();
    }

}
