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
    private final List<String> names = new ArrayList<>();
    private final List<StringBuilder> values = new ArrayList<>();

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
                boolean folded = foldedOn();
                lines.advance();
                if (!folded) {
                    break;
                }
            } else if (nameLength(lines.line()) > 0) {
                begin();
            } else if (lines.isFolded() && !names.isEmpty() || isParameter() || moreFieldsFollow()) {
                // A line that was broken without being indented belongs to the field above it.
                goOn();
            } else {
                break;
            }
        }
        var fields = new ArrayList<Field>();
        for (int i = 0; i < names.size() && i < MOST_FIELDS; i++) {
            fields.add(new Field(names.get(i), values.get(i).toString()));
        }
        return new Headers(List.copyOf(fields));
    }

    private void begin() {
        Octets line = lines.line().first(LONGEST_FIELD);
        int name = nameLength(line);
        String all = line.latin1();
        if (names.size() <= MOST_FIELDS) {
            names.add(all.substring(0, name));
            values.add(new StringBuilder());
        }
        values.getLast().append(all.substring(all.indexOf(':') + 1));
        lines.advance();
    }

    private void goOn() {
        if (!values.isEmpty() && values.getLast().length() + lines.line().length() < LONGEST_FIELD) {
            values.getLast().append("\n ").append(lines.line().latin1().stripLeading());
        }
        lines.advance();
    }

    /** A line of nothing but spaces inside a header is folding when an indented line follows and then a field. */
    private boolean foldedOn() {
        if (!lines.isFolded() || names.isEmpty()) {
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
        return !names.isEmpty() && names.getLast().toLowerCase(Locale.ROOT).startsWith("content-")
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
