package whom.mail.replies;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header that Outlook and others write above a quoted mail: "From: … Sent: … To: … Subject: …", in many languages. */
final class HeaderBlock {

    private static final int MOST_LINES = 14;
    private static final String MARKS = "[\\s*_>|#]{0,6}";
    private static final Pattern LABEL = Words.pattern("^" + MARKS + "(?:(?<from>" + Words.anyOf("from") + ")|(?<date>" + Words.anyOf("date") + ")|(?<to>"
            + Words.anyOf("to") + ")|(?<subject>" + Words.anyOf("subject") + "))[*_]{0,2}\\s{0,3}[:：]");
    private static final Pattern CONTENT = Pattern.compile("[@\\d<]|\\[mailto|:\\S*\\s*\\S");
    private static final Pattern SENDER = Pattern.compile("[:：] ?[^<\\[(]{0,100}[<\\[(](?:mailto:)?[^\\s<>\\[\\]]{1,80}@[^\\s<>\\[\\]]{2,200}[>\\])]");
    private static final String[] KINDS = {"from", "date", "to", "subject"};

    private HeaderBlock() {}

    /** How many lines the block takes that begins at {@code first}; 0 where none does. */
    static int length(Draft draft, int first) {
        String begins = kind(draft.bare(first));
        if (begins.isEmpty()) {
            return 0;
        }
        Set<String> kinds = new HashSet<>();
        int labels = 0;
        int last = first;
        boolean content = false;
        for (int i = first; i < draft.size() && i - first < MOST_LINES && i - last < 4; i++) {
            String line = draft.bare(i);
            String kind = kind(line);
            if (!kind.isEmpty()) {
                kinds.add(kind);
                labels++;
                last = i;
                content |= CONTENT.matcher(line).find();
            } else if (line.isEmpty() && (labels >= 3 || kind(draft.bare(i + 1)).isEmpty())) {
                break;
            }
        }
        boolean block = content && (kinds.size() >= 3 || kinds.size() >= 2 && labels >= 3 && kinds.contains("subject"));
        return block || isSender(draft, first, begins, labels) ? last - first + 1 : 0;
    }

    /** "From: Ann Doe <ann@example.org>" after a blank line begins a mail, even if only a date follows, or nothing. */
    private static boolean isSender(Draft draft, int first, String kind, int labels) {
        boolean apart = first == 0 || draft.isBlank(first - 1) || Separator.isRule(draft.bare(first - 1));
        boolean addressed = SENDER.matcher(draft.bare(first)).find() || SENDER.matcher(draft.bare(first) + " " + draft.bare(first + 1)).find();
        return kind.equals("from") && apart && addressed && (labels >= 2 || draft.isBlank(first + 1));
    }

    /** What a line of a block says of its sender or subject; empty for other lines. */
    static String value(String line, String wanted) {
        Matcher label = LABEL.matcher(line);
        return label.find() && label.group(wanted) != null ? line.substring(label.end()).strip() : "";
    }

    private static String kind(String line) {
        if (line.isEmpty() || line.length() > 1_000 || line.indexOf(':') < 0 && line.indexOf('：') < 0) {
            return "";
        }
        Matcher m = LABEL.matcher(line);
        if (m.find()) {
            for (String kind : KINDS) {
                if (m.group(kind) != null) {
                    return kind;
                }
            }
        }
        return "";
    }
}
