package whom.mail.mime;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the boundary of a multipart that does not name its own: a line of two dashes with a Content- field below it. */
final class BoundaryGuess {

    private static final int FURTHEST = 2_000;

    private BoundaryGuess() {}

    static @Nullable String from(Lines lines, int stop) {
        String candidate = null;
        for (int looked = 0; looked < FURTHEST && !lines.atEnd() && lines.start() < stop; looked++) {
            if (candidate != null && lines.line().first(8).latin1().toLowerCase(Locale.ROOT).equals("content-")) {
                return candidate;
            }
            boolean dashes = lines.startsWith("--") && lines.line().length() > 2 && lines.line().length() <= 202;
            candidate = dashes ? lines.line().latin1().substring(2).stripTrailing() : null;
            lines.advance();
        }
        return null;
    }
}
