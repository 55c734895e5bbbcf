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
    private static final String[] KINDS = {"from", "date", "to", "subject"};

    private HeaderBlock() {}

    static boolean beginsAt(Draft draft, int first) {
        if (kind(draft.bare(first)).isEmpty()) {
            return false;
        }
        Set<String> kinds = new HashSet<>();
        int labels = 0;
        int others = 0;
        boolean content = false;
        for (int i = first; i < draft.size() && i - first < MOST_LINES && others < 4; i++) {
            String line = draft.bare(i);
            String kind = kind(line);
            if (!kind.isEmpty()) {
                kinds.add(kind);
                labels++;
                others = 0;
                content |= CONTENT.matcher(line).find();
            } else if (!line.isEmpty()) {
                others++;
            } else if (labels >= 3 || kind(draft.bare(i + 1)).isEmpty()) {
                break;
            }
        }
        return content && kinds.size() >= 3 && labels >= 3 || kinds.size() >= 2 && labels >= 3 && kinds.contains("subject") && content;
    }

    private static String kind(String line) {
        if (line.isEmpty() || line.length() > 1_000) {
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
