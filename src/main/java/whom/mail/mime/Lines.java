package whom.mail.mime;

/** Walks over the lines of a message. A line ends with LF, with CR LF, or with CR where the message has no LF at all. */
final class Lines {

    private final byte[] bytes;
    private final int end;
    private final byte terminator;
    private int at;
    private int lineEnd;
    private int next;

    Lines(Octets octets) {
        bytes = octets.bytes();
        end = octets.to();
        terminator = has('\n', octets) ? (byte) '\n' : (byte) '\r';
        moveTo(octets.from());
    }

    private static boolean has(char wanted, Octets octets) {
        for (int i = octets.from(); i < octets.to(); i++) {
            if (octets.bytes()[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    void moveTo(int position) {
        at = position;
        int i = at;
        while (i < end && bytes[i] != terminator) {
            i++;
        }
        next = Math.min(end, i + 1);
        lineEnd = i;
        while (lineEnd > at && bytes[lineEnd - 1] == '\r') {
            lineEnd--;
        }
    }

    boolean atEnd() {
        return at >= end;
    }

    void advance() {
        moveTo(next);
    }

    int start() {
        return at;
    }

    /** Where the text of the line ends, before its terminator. */
    int textEnd() {
        return lineEnd;
    }

    int nextStart() {
        return next;
    }

    boolean isBlank() {
        return line().isBlank();
    }

    boolean isFolded() {
        return at < lineEnd && (bytes[at] == ' ' || bytes[at] == '\t');
    }

    Octets line() {
        return new Octets(bytes, at, lineEnd);
    }

    boolean startsWith(String ascii) {
        if (lineEnd - at < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
