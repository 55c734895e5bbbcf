package whom.mail.mime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a tree of parts, in one walk over the lines with the open boundaries on a stack: the delimiter of an outer
 * multipart ends every inner one, so that missing and doubled delimiters do no harm. Attached messages stay closed.
 */
public final class MimeReader {

    private static final int DEEPEST = 50;
    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST_BOUNDARY = 1_000;

    private final Lines lines;
    private final int end;
    private final Octets whole;
    private final Deque<Boundary> open = new ArrayDeque<>();
    private int count;

    private MimeReader(Octets message) {
        lines = new Lines(message);
        end = message.to();
        whole = message;
    }

    public static Part read(byte[] message) {
        return read(Octets.of(message));
    }

    public static Part read(Octets message) {
        var reader = new MimeReader(message);
        reader.skipToHeader();
        return reader.part("text/plain");
    }

    /** A message nobody could take apart: all of it is text. */
    public static Part unread(byte[] message) {
        return new Part(Headers.NONE, new ContentType("text/plain", Parameters.NONE), Octets.of(message), List.of());
    }

    /** An mbox separator or blank lines may stand before the first field. */
    private void skipToHeader() {
        int start = lines.start();
        while (!lines.atEnd() && lines.isBlank()) {
            lines.advance();
        }
        if (lines.startsWith("From ") || lines.startsWith(">From ")) {
            lines.advance();
        } else if (lines.atEnd() || HeaderReader.nameLength(lines.line()) == 0) {
            lines.moveTo(start);
        }
    }

    private Part part(String defaultType) {
        count++;
        Headers headers = HeaderReader.read(lines, () -> delimiter() != null);
        ContentType type = ContentType.of(headers, defaultType);
        int start = lines.start();
        if (type.isMultipart() && open.size() < DEEPEST && count < MOST_PARTS) {
            List<Part> parts = parts(type);
            if (!parts.isEmpty()) {
                return new Part(headers, type, new Octets(whole.bytes(), start, lines.start()), parts);
            }
            Octets body = new Octets(whole.bytes(), start, bodyEnd(start));
            return new Part(headers, new ContentType("text/plain", type.parameters()), body, List.of());
        }
        skipToDelimiter();
        return new Part(headers, type, new Octets(whole.bytes(), start, bodyEnd(start)), List.of());
    }

    private List<Part> parts(ContentType type) {
        int start = lines.start();
        String declared = type.parameters().raw().getOrDefault("boundary", type.parameter("boundary").orElse("")).stripTrailing();
        List<Part> parts = declared.isEmpty() || declared.length() > LONGEST_BOUNDARY ? List.of() : parts(new Boundary(declared), type);
        if (parts.isEmpty()) {
            skipToDelimiter();
            int stopped = lines.start();
            lines.moveTo(start);
            String guessed = BoundaryGuess.from(lines, stopped);
            lines.moveTo(start);
            if (guessed != null && !guessed.equals(declared) && open.stream().noneMatch(b -> b.name.equals(guessed))) {
                return parts(new Boundary(guessed), type);
            }
            lines.moveTo(stopped);
        }
        return parts;
    }

    private List<Part> parts(Boundary boundary, ContentType type) {
        var parts = new ArrayList<Part>();
        open.push(boundary);
        skipToDelimiter();
        while (!lines.atEnd() && delimiter() == boundary) {
            boolean closing = boundary.closes(lines);
            lines.advance();
            if (closing) {
                boundary.closed = true;
                skipToDelimiter();
            } else if (count < MOST_PARTS) {
                parts.add(part(type.is("multipart/digest") ? "message/rfc822" : "text/plain"));
            } else {
                skipToDelimiter();
            }
        }
        open.pop();
        return parts;
    }

    private void skipToDelimiter() {
        while (!lines.atEnd() && delimiter() == null) {
            lines.advance();
        }
    }

    /** The innermost open boundary that the current line delimits. */
    private @Nullable Boundary delimiter() {
        if (!open.isEmpty() && lines.startsWith("--")) {
            for (Boundary boundary : open) {
                if (boundary.delimits(lines) && !(boundary.closed && isOpenFurtherOut(boundary))) {
                    return boundary;
                }
            }
        }
        return null;
    }

    /** Where two levels share one boundary, what comes after the inner one's end belongs to the outer one. */
    private boolean isOpenFurtherOut(Boundary closed) {
        return open.stream().anyMatch(b -> b != closed && b.name.equals(closed.name));
    }

    /** The line end before a delimiter belongs to the delimiter. */
    private int bodyEnd(int start) {
        int to = lines.start();
        if (to < end || delimiter() != null) {
            to = to > start && whole.bytes()[to - 1] == '\n' ? to - 1 : to;
            to = to > start && whole.bytes()[to - 1] == '\r' ? to - 1 : to;
        }
        return to;
    }

    private static final class Boundary {

        private final String name;
        private boolean closed;

        Boundary(String name) {
            this.name = name;
        }

        boolean delimits(Lines lines) {
            Octets rest = afterDashes(lines);
            return rest != null && (rest.isBlank() || closes(rest) && new Octets(rest.bytes(), rest.from() + 2, rest.to()).isBlank());
        }

        boolean closes(Lines lines) {
            Octets rest = afterDashes(lines);
            return rest != null && closes(rest);
        }

        private static boolean closes(Octets rest) {
            return rest.length() >= 2 && rest.at(0) == '-' && rest.at(1) == '-';
        }

        private @Nullable Octets afterDashes(Lines lines) {
            Octets line = lines.line();
            if (line.length() < name.length() + 2 || line.length() > name.length() + LONGEST_BOUNDARY) {
                return null;
            }
            for (int i = 0; i < name.length(); i++) {
                if ((line.at(i + 2) & 0xFF) != name.charAt(i)) {
                    return null;
                }
            }
            return new Octets(line.bytes(), line.from() + 2 + name.length(), line.to());
        }
    }

    /** Lower-case names of what holds a whole message. */
    public static boolean isMessage(String mediaType) {
        return switch (mediaType.toLowerCase(Locale.ROOT)) {
            case "message/rfc822", "message/global", "message/news" -> true;
            default -> false;
        };
    }
}
