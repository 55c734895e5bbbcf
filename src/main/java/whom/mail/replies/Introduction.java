package whom.mail.replies;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that introduce quoted mail: "On 5 May 2020, Ann wrote:", in many languages and folded over several lines. What makes
 * one is a verb of writing with an address or a date beside it, or a date and an address before a colon.
 */
final class Introduction {

    private static final int MOST_LINES = 5;
    private static final int LONGEST = 500;
    private static final int SHORT = 160;

    private static final Phrases WROTE = new Phrases("wrote");
    private static final Pattern START = Words.pattern("^(?:" + Words.anyOf("start") + "(?=[\\s:,\\d]|\\p{IsHan}|$)|" + Words.anyOf("weekday")
            + "[.,]?,?\\s|\\d|「|\"?\\p{L}{3,9}\\.? \\d{1,2},? )");
    private static final Phrases STARTS = new Phrases("start", "weekday");
    /** As far as a digit of {@link #START} can stand: "September 3, ". */
    private static final int NEAR = 24;
    private static final Pattern DECORATION = Pattern.compile("^[\\s*_>-]{1,20}|[\\s*_-]{1,20}$");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[:.時点]\\d{2}|(?<!\\d)(?:19|20)\\d{2}(?!\\d)|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}|\\d{1,2}[月.] ?\\d{1,2}");
    private static final Pattern NUMBERS = Pattern.compile("\\d\\D{1,60}\\d");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.]\\d{2}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(:]{1,80}@[^\\s<>\"):]{2,200}");
    private static final String IN_BRACKETS = "[<\\[(「]\\s?(?:mailto:)?[^\\s<>]{1,80}@[^\\s<>]{2,200}?\\s?[>\\])」]";
    private static final Pattern BRACKETED = Pattern.compile(IN_BRACKETS);
    private static final Pattern ENDS_IN_ADDRESS = Pattern.compile(IN_BRACKETS + "{1,3}[\"')]?\\s?[:：]$");

    /** Forms of single programs that have neither verb nor colon. */
    private static final Pattern OWN_FORM = Words.pattern("^\\d{4}[/-]\\d{1,2}[/-]\\d{1,2},? .{0,100}<[^\\s<>]{1,100}@[^\\s<>]{1,200}>[:：]?$"
            + "|^posted by .{1,60} on \\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}$|^(?:>>>>> )?\"[^\"]{1,40}\" == .{1,100} writes:$");
    private static final Pattern BARE_DATE = Pattern.compile("^\\d{4}-\\d{2}-\\d{2} \\d{1,2}:\\d{2} GMT[+-]\\d{2}:\\d{2} [^@]{2,80}$");

    private final String line;
    private final boolean quoteFollows;
    private final boolean ruled;
    private final boolean colon;
    private final boolean dated;
    private final boolean starts;
    private final boolean endsInVerb;

    private Introduction(String text, boolean quoteFollows) {
        this.quoteFollows = quoteFollows;
        line = DECORATION.matcher(text).replaceAll("");
        ruled = text.startsWith("--") && text.endsWith("--");
        colon = line.endsWith(":") || line.endsWith("：");
        dated = DATE.matcher(line).find() && NUMBERS.matcher(line).find();
        starts = starts(line);
        endsInVerb = WROTE.atEndOf(line);
    }

    /** How many lines the introduction takes that begins at {@code first}; 0 where none does. */
    static int length(Draft draft, int first) {
        String begin = draft.bare(first);
        if (begin.length() > LONGEST || !begin.endsWith(":") && !WROTE.atEndOf(begin) && !mayBegin(begin)) {
            return 0;
        }
        var joined = new StringBuilder();
        for (int i = first; i < draft.size() && i - first < MOST_LINES && joined.length() < LONGEST; i++) {
            String line = draft.bare(i);
            if (line.isEmpty() || line.length() > LONGEST || i > first && draft.isQuoted(i)) {
                break;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(line);
            if (new Introduction(joined.toString(), quoteFollows(draft, i + 1)).holds() || i == first && standsAlone(draft, i)) {
                return i - first + 1;
            }
            if (line.endsWith(":") && !line.endsWith("mailto:") || i == first && !mayBegin(line)) {
                break;
            }
        }
        return 0;
    }

    private static boolean standsAlone(Draft draft, int at) {
        return BARE_DATE.matcher(draft.bare(at)).matches() && !draft.bare(at + 1).startsWith("<");
    }

    private static boolean mayBegin(String line) {
        return line.contains("<") || line.startsWith("-") || line.startsWith("\"") || starts(line) || isOwnForm(line) || line.indexOf('@') >= 0 && ADDRESS.matcher(line).find();
    }

    /** Most lines of a letter begin with none of all these words, which is known sooner than their pattern knows it. */
    private static boolean starts(String line) {
        return (line.startsWith("「") || STARTS.mayBegin(line) || line.chars().limit(NEAR).anyMatch(Character::isDigit)) && START.matcher(line).find();
    }

    private static boolean isOwnForm(String line) {
        return !line.isEmpty() && (Character.isDigit(line.charAt(0)) || "pP>\"".indexOf(line.charAt(0)) >= 0) && OWN_FORM.matcher(line).matches();
    }

    private static boolean quoteFollows(Draft draft, int from) {
        int next = draft.nextFilled(from);
        return next - from <= 3 && draft.isQuoted(next);
    }

    private boolean holds() {
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        if (colon && dated && starts && ENDS_IN_ADDRESS.matcher(line).find() || isOwnForm(line)) {
            return true;
        }
        if (!endsInVerb && !(colon && WROTE.in(line.toLowerCase(Locale.ROOT)))) {
            return false;
        }
        return endsInVerb && line.length() < SHORT && (quoteFollows || colon && isNamedAndTimed()) || isFinished() && isAddressedOrDated();
    }

    /** "Ann via Desk wrote:", "Ann Doe on 5 May at 3:00 PM wrote:". */
    private boolean isNamedAndTimed() {
        return line.contains(" via ") || Character.isUpperCase(line.codePointAt(0)) && dated && CLOCK.matcher(line).find();
    }

    private boolean isFinished() {
        return colon || ruled || endsInVerb && (quoteFollows || starts && (dated || BRACKETED.matcher(line).find()));
    }

    private boolean isAddressedOrDated() {
        Matcher address = BRACKETED.matcher(line);
        if (address.find() && (starts || beginsWithName(address.start()))) {
            return true;
        }
        return starts && (dated || ADDRESS.matcher(line).find()) || line.indexOf('@') > 0 && line.indexOf('@') < line.indexOf(' ');
    }

    /** "Ann Doe via Desk <ann@example.org> wrote:", but not a sentence that mentions an address. */
    private boolean beginsWithName(int address) {
        return line.substring(0, address).split("\\s+").length <= 8;
    }
}
