package whom.mail.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the recipients in a report that is written for people, and the words that belong to each. */
final class TextReport {

    private static final String ADDRESS = "(?<![A-Za-z0-9.!#$%&'*+/=?^_`{|}~-])[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\\u0080-\\uffff-]{1,80}@[A-Za-z0-9\\u0080-\\uffff.-]{1,200}[A-Za-z0-9\\u0080-\\uffff]";

    private static final int LONGEST = 1_000;
    private static final int MOST = 500;
    private static final Pattern CLINGING = Pattern.compile("^['*=|`]+");

    /** From the surest to the weakest; all finds of the first that finds anything are taken. */
    private static final List<Pattern> TIERS = List.of(
            Pattern.compile("^<(" + ADDRESS + ")>\\s*(?:[:.;]|$|\\(|on )"),
            Pattern.compile("(?i)\\b(?:final-recipient|original-recipient|rcpt to|address|addressed to|failed recipient|recipient|undeliverable to)\\s{0,3}[:;=]\\s{0,3}(?:rfc822;)?\\s{0,3}<?(" + ADDRESS + ")"),
            Pattern.compile("^[\"'<(\\[*-]{0,3}\\s?(" + ADDRESS + ")[\"'>)\\]]{0,3}\\s*(?:[:,.;]\\s*)?(?:<mailto:[^>]{1,200}>)?$"),
            Pattern.compile("^[\"'<(\\[*-]{0,3}\\s?(" + ADDRESS + ")[\"'>)\\]]{0,3}(?: on |\\s*[:;,]\\s|\\s+[(\\[]|\\s+-|\\.\\.\\.)"),
            Pattern.compile("<(" + ADDRESS + ")>"),
            Pattern.compile("(" + ADDRESS + ")"));

    private static final Pattern NOBODY = Pattern.compile("(?i)^(?:mailer-daemon|postmaster|post_master|abuse|double-bounce|no-?reply)@");

    private TextReport() {}

    private record Find(int line, String address) {}

    /** Recipient to words, in the order of the report. */
    static Map<String, String> recipients(ReportText report, Set<String> notRecipients) {
        for (Pattern tier : TIERS) {
            List<Find> found = find(report.lines(), tier, a -> !notRecipients.contains(a.toLowerCase(Locale.ROOT)) && !NOBODY.matcher(a).find());
            if (!found.isEmpty()) {
                return withWords(report.lines(), found);
            }
        }
        return Map.of();
    }

    private static List<Find> find(List<String> lines, Pattern tier, Predicate<String> wanted) {
        var found = new ArrayList<Find>();
        for (int i = 0; i < lines.size() && found.size() < MOST; i++) {
            String line = lines.get(i);
            Matcher m = tier.matcher(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
            while (m.find()) {
                String address = CLINGING.matcher(m.group(1)).replaceAll("");
                if (wanted.test(address)) {
                    found.add(new Find(i, address));
                }
            }
        }
        return found;
    }

    /** To each recipient belong the lines from the one that names it up to the next one's. */
    private static Map<String, String> withWords(List<String> lines, List<Find> found) {
        var words = new LinkedHashMap<String, String>();
        for (Find find : found) {
            int end = found.stream().mapToInt(Find::line).filter(l -> l > find.line()).findFirst().orElse(lines.size());
            String same = words.keySet().stream().filter(find.address()::equalsIgnoreCase).findFirst().orElse(find.address());
            words.merge(same, String.join("\n", lines.subList(find.line(), end)), (one, two) -> one + "\n" + two);
        }
        return words;
    }

    static @Nullable String firstAddress(String text) {
        Matcher m = TIERS.getLast().matcher(text);
        return m.find() ? m.group(1) : null;
    }
}
