package whom.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import whom.mail.mime.Headers.Field;

/** Reads header fields up to the blank line, a delimiter, or the first line that can only be text. */
final class HeaderReader {

    private static final int MOST_FIELDS = 1_000;
    private static final int LONGEST_FIELD = 100_000;
    private static final int FURTHEST_LOOK = 40;
    private static final Pattern PARAMETER = Pattern.compile("^;?\\s{0,9}[\\w*-]{1,40}\\s?=");

    private final Lines lines;
    private final BooleanSupplier atDelimiter;
    private final List<Field> fields = new ArrayList<>();

    private HeaderReader(Lines lines, BooleanSupplier atDelimiter) {
        this.lines = lines;
        this.atDelimiter = atDelimiter;
    }

    /** Leaves {@code lines} at the first line of the body. */
    static Headers read(Lines lines, BooleanSupplier atDelimiter) {
        return new HeaderReader(lines, atDelimiter).read();
    }

    private Headers read() {
        while (!lines.atEnd() && !atDelimiter.getAsBoolean()) {
            if (lines.isBlank()) {
                if (!foldedOn()) {
                    lines.advance();
                    break;
                }
                lines.advance();
            } else if (nameLength(lines.line()) > 0) {
                readField();
            } else if (lines.isFolded() && !fields.isEmpty() || isParameter() || moreFieldsFollow()) {
                // A line that was broken without being indented belongs to the field above it.
                appendToLast();
            } else {
                break;
            }
        }
        return new Headers(List.copyOf(fields));
    }

    private void readField() {
        Octets line = lines.line();
        int name = nameLength(line);
        String all = line.latin1();
        var value = new StringBuilder(all.substring(all.indexOf(':') + 1));
        lines.advance();
        while (!lines.atEnd() && lines.isFolded() && !(lines.isBlank() && !foldedOn())) {
            append(value, lines.line());
            lines.advance();
        }
        if (fields.size() < MOST_FIELDS) {
            fields.add(new Field(all.substring(0, name), value.toString()));
        }
    }

    private void appendToLast() {
        if (!fields.isEmpty()) {
            Field last = fields.removeLast();
            var value = new StringBuilder(last.raw());
            append(value, lines.line());
            fields.add(new Field(last.name(), value.toString()));
        }
        lines.advance();
    }

    private static void append(StringBuilder value, Octets line) {
        if (value.length() + line.length() < LONGEST_FIELD) {
            value.append("\n ").append(line.latin1().replaceFirst("^[ \t]+", ""));
        }
    }

    /** A line of nothing but spaces inside a header is folding when an indented line follows and then a field. */
    private boolean foldedOn() {
        if (!lines.isFolded() || fields.isEmpty()) {
            return false;
        }
        int here = lines.start();
        lines.advance();
        boolean folded = !lines.atEnd() && (lines.isFolded() && !lines.isBlank() || nameLength(lines.line()) > 0);
        lines.moveTo(here);
        return folded;
    }

    /** {@code charset=utf-8} on a line of its own, not indented, below a field that expects it. */
    private boolean isParameter() {
        return !fields.isEmpty() && fields.getLast().name().toLowerCase(Locale.ROOT).startsWith("content-")
                && PARAMETER.matcher(lines.line().first(100).latin1()).find();
    }

    private boolean moreFieldsFollow() {
        int here = lines.start();
        boolean found = false;
        for (int looked = 0; looked < FURTHEST_LOOK && !found; looked++) {
            lines.advance();
            if (lines.atEnd() || lines.isBlank() || atDelimiter.getAsBoolean()) {
                break;
            }
            found = !lines.isFolded() && knownName(lines.line());
        }
        lines.moveTo(here);
        return found;
    }

    private static boolean knownName(Octets line) {
        int length = nameLength(line);
        if (length == 0) {
            return false;
        }
        String name = line.first(length).latin1().toLowerCase(Locale.ROOT);
        return name.contains("-") || List.of("from", "to", "cc", "date", "subject", "received", "sender").contains(name);
    }

    /** The length of the field name at the start of a line; 0 where the line is no field. */
    static int nameLength(Octets line) {
        int i = 0;
        while (i < line.length() && line.at(i) > ' ' && line.at(i) < 127 && line.at(i) != ':') {
            i++;
        }
        int name = i;
        while (i < line.length() && (line.at(i) == ' ' || line.at(i) == '\t')) {
            i++;
        }
        return name > 0 && i < line.length() && line.at(i) == ':' ? name : 0;
    }
}
