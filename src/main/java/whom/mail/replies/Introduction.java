package whom.mail.replies;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that introduce quoted mail: "On 5 May 2020, Ann wrote:", in many languages and folded over several lines. What makes
 * one is a verb of writing with an address or a date beside it, or a date and an address before a colon.
 */
final class Introduction {

    private static final int MOST_LINES = 5;
    private static final int LONGEST = 500;

    // Latin and Cyrillic words stand alone; other scripts do not divide words, so a phrase counts wherever it stands.
    private static final Pattern WROTE = Words.pattern("(?<![a-zà-ɏа-ѓ])" + Words.anyOf("wrote") + "(?![a-zà-ɏа-ѓ])");
    private static final Pattern WROTE_AT_END = Words.pattern("(?<![a-zà-ɏа-ѓ])" + Words.anyOf("wrote") + "[\\s:：.…*_\"'」-]{0,12}$");
    private static final Pattern START = Words.pattern("^(?:" + Words.anyOf("start") + "(?=[\\s:,\\d]|\\p{IsHan}|$)|" + Words.anyOf("weekday")
            + "[.,]?,?\\s|\\d|「|\"?\\p{L}{3,9}\\.? \\d{1,2},? )");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(:]{1,80}@[^\\s<>\"):]{2,200}");
    private static final Pattern BRACKETED = Pattern.compile("[<\\[(「]\\s?(?:mailto:)?[^\\s<>]{1,80}@[^\\s<>]{2,200}?\\s?[>\\])」]");
    private static final Pattern ENDS_IN_ADDRESS = Pattern.compile("[<\\[(「]\\s?(?:mailto:)?[^\\s<>]{1,80}@[^\\s<>]{2,200}?\\s?[>\\])」]{1,3}[\"')]?\\s?[:：]$");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[:.時点]\\d{2}|(?<!\\d)(?:19|20)\\d{2}(?!\\d)|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}|\\d{1,2}[月.] ?\\d{1,2}");
    private static final Pattern OLD_GMAIL = Pattern.compile("^\\d{4}[/-]\\d{1,2}[/-]\\d{1,2},? .{0,100}<[^\\s<>]{1,100}@[^\\s<>]{1,200}>[:：]?$");
    private static final Pattern BARE_DATE = Pattern.compile("^\\d{4}-\\d{2}-\\d{2} \\d{1,2}:\\d{2} GMT[+-]\\d{2}:\\d{2} [^@]{2,80}$");
    private static final Pattern POSTED = Words.pattern("^posted by .{1,60} on \\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}$");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.]\\d{2}");
    private static final Pattern GNUS = Words.pattern("^(?:>>>>> )?\"[^\"]{1,40}\" == .{1,100} writes:$");

    private Introduction() {}

    /** How many lines the introduction takes that begins at {@code first}; 0 where none does. */
    static int length(Draft draft, int first) {
        var joined = new StringBuilder();
        for (int i = first; i < draft.size() && i - first < MOST_LINES && joined.length() < LONGEST; i++) {
            String line = draft.bare(i);
            if (line.isEmpty() || i > first && draft.isQuoted(i)) {
                break;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(line);
            if (is(joined.toString(), quoteFollows(draft, i + 1))) {
                return i - first + 1;
            }
            if (i == first && BARE_DATE.matcher(line).matches() && !draft.bare(i + 1).startsWith("<")) {
                return 1;
            }
            if (line.endsWith(":") && !line.endsWith("mailto:") || i == first && !mayBegin(line)) {
                break;
            }
        }
        return 0;
    }

    private static boolean mayBegin(String line) {
        return START.matcher(line).find() || line.contains("<") || line.startsWith("-") || line.startsWith("\"") || ADDRESS.matcher(line).find();
    }

    private static boolean is(String text, boolean quoteFollows) {
        String line = text.replaceAll("^[\\s*_>-]{1,20}|[\\s*_-]{1,20}$", "");
        if (line.length() > LONGEST) {
            return false;
        }
        boolean colon = line.endsWith(":") || line.endsWith("：");
        boolean dated = DATE.matcher(line).find();
        boolean starts = START.matcher(line).find();
        if (colon && dated && ENDS_IN_ADDRESS.matcher(line).find() && starts || OLD_GMAIL.matcher(line).matches() || GNUS.matcher(line).matches()
                || POSTED.matcher(line).matches()) {
            return true;
        }
        boolean ends = WROTE_AT_END.matcher(line).find();
        if (!ends && !(colon && WROTE.matcher(line).find())) {
            return false;
        }
        Matcher bracketed = BRACKETED.matcher(line);
        boolean addressed = bracketed.find();
        if (colon && ends && line.length() < 160 && (line.contains(" via ") || Character.isUpperCase(line.codePointAt(0)) && dated && CLOCK.matcher(line).find())) {
            return true;
        }
        boolean ruled = text.startsWith("--") && text.endsWith("--");
        if (!colon && !ruled && !(ends && quoteFollows) && !(ends && starts && (dated || addressed))) {
            return false;
        }
        return addressed && (starts || beginsWithName(line, bracketed.start())) || starts && (dated || ADDRESS.matcher(line).find())
                || line.matches("^\\S{1,80}@\\S{1,200} .{1,60}$") || ends && quoteFollows && line.length() < 160;
    }

    /** "Ann Doe via Desk <ann@example.org> wrote:", but not a sentence that mentions an address. */
    private static boolean beginsWithName(String line, int address) {
        return line.substring(0, address).split("\\s+").length <= 8;
    }

    private static boolean quoteFollows(Draft draft, int from) {
        int next = draft.nextFilled(from);
        return next - from <= 3 && draft.isQuoted(next);
    }
}
