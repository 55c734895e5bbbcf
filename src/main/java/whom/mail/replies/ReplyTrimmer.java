package whom.mail.replies;

import java.util.regex.Pattern;

/**
 * Keeps what the sender newly wrote. Quoted lines go, with the line that introduces them; after a header block, a rule or
 * an introduction without quote marks nothing is new any more. Answers between and below quoted lines stay. Where a message
 * begins with what it passes on, that is what there is to read, and it stays. Disclaimers at the end go, and the armour of a signature.
 */
public final class ReplyTrimmer {

    private static final int LONG_LINE = 60;
    private static final int MOST_LINES = 10_000;
    private static final Pattern NAME = Pattern.compile("^[-–—]\\p{Lu}[\\p{L}.']{0,30}(?: \\p{L}[\\p{L}.']{0,30}){0,3}$");

    private final Draft draft;
    private final StringBuilder kept = new StringBuilder();
    private int at;
    private boolean begun;

    private ReplyTrimmer(Draft draft) {
        this.draft = draft;
    }

    public static String reply(String text) {
        return Disclaimer.cut(new ReplyTrimmer(new Draft(ClearSigned.words(text))).reply());
    }

    private String reply() {
        boolean more = true;
        while (at < draft.size() && more) {
            // Nobody writes by hand what is longer than this; it is kept as it is.
            more = at < MOST_LINES ? step() : keep();
        }
        return kept.toString().strip();
    }

    /** One line or block further. False where nothing that follows is new. */
    private boolean step() {
        String line = draft.bare(at);
        if (draft.isFenced(at) || draft.isBlank(at)) {
            return keep();
        }
        if (Separator.isNotes(line)) {
            return stepOver(1);
        }
        if (draft.isQuoted(at)) {
            return skipQuote(at);
        }
        if (Separator.isOriginal(line)) {
            return stepOver(1);
        }
        int block = HeaderBlock.length(draft, at);
        if (block > 0) {
            return stepOver(block);
        }
        int introduction = Introduction.length(draft, at);
        if (introduction > 0) {
            int next = draft.nextFilled(at + introduction);
            return draft.isQuoted(next) ? skipQuote(next) : stepOver(introduction);
        }
        if (Separator.isRule(line) && !isUnderline()) {
            return stepOver(1);
        }
        if (Footer.is(line) || isNameBelow()) {
            at++;
            return true;
        }
        return keep();
    }

    /** What follows is old, unless nothing stands before: then it is all there is to read. */
    private boolean stepOver(int lines) {
        at += lines;
        return !begun;
    }

    private boolean keep() {
        begun |= !draft.isBlank(at);
        kept.append(draft.line(at)).append('\n');
        at++;
        return true;
    }

    /** Quoted lines, and the ends of long ones that a mail program has broken without marking them. */
    private boolean skipQuote(int from) {
        at = from;
        while (at < draft.size() && (draft.isQuoted(at) || isTorn())) {
            at++;
        }
        return true;
    }

    private boolean isTorn() {
        return !draft.isBlank(at) && draft.isQuoted(at - 1) && draft.bare(at - 1).length() >= LONG_LINE && draft.isQuoted(at + 1)
                && Character.isLowerCase(draft.bare(at).codePointAt(0));
    }

    /** A rule as long as the line above it underlines a heading. */
    private boolean isUnderline() {
        int length = draft.bare(at).length();
        return at > 0 && length >= 4 && !draft.isBlank(at - 1) && Math.abs(draft.bare(at - 1).length() - length) <= 2;
    }

    /** "-Ann Doe" as the last line of one's own. */
    private boolean isNameBelow() {
        if (!NAME.matcher(draft.bare(at)).matches() || at > 0 && !draft.isBlank(at - 1)) {
            return false;
        }
        int next = draft.nextFilled(at + 1);
        return next >= draft.size() || draft.isQuoted(next) || Separator.isRule(draft.bare(next)) || Separator.isOriginal(draft.bare(next))
                || Introduction.length(draft, next) > 0 || HeaderBlock.length(draft, next) > 0 || Footer.is(draft.bare(next));
    }
}
