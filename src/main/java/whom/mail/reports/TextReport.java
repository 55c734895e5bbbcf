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

    private static final String ADDRESS = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\\u0080-\\uffff-]{1,80}@[A-Za-z0-9\\u0080-\\uffff.-]{1,200}[A-Za-z0-9\\u0080-\\uffff]";

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

    /** Recipient to words, in the order of the report. */
    static Map<String, String> recipients(ReportText report, Set<String> notRecipients) {
        for (Pattern tier : TIERS) {
            Map<Integer, String> found = find(report.lines(), tier, a -> !notRecipients.contains(a.toLowerCase(Locale.ROOT)) && !NOBODY.matcher(a).find());
            if (!found.isEmpty()) {
                return withWords(report.lines(), found);
            }
        }
        return Map.of();
    }

    private static Map<Integer, String> find(List<String> lines, Pattern tier, Predicate<String> wanted) {
        var found = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher m = tier.matcher(line.length() > 2_000 ? line.substring(0, 2_000) : line);
            while (m.find()) {
                if (wanted.test(m.group(1))) {
                    found.putIfAbsent(i, m.group(1));
                }
            }
        }
        return found;
    }

    private static Map<String, String> withWords(List<String> lines, Map<Integer, String> found) {
        var words = new LinkedHashMap<String, StringBuilder>();
        var starts = new ArrayList<>(found.keySet());
        for (int n = 0; n < starts.size(); n++) {
            int end = n + 1 < starts.size() ? starts.get(n + 1) : lines.size();
            String key = found.get(starts.get(n));
            String same = words.keySet().stream().filter(key::equalsIgnoreCase).findFirst().orElse(key);
            words.computeIfAbsent(same, k -> new StringBuilder()).append(String.join("\n", lines.subList(starts.get(n), end))).append('\n');
        }
        var result = new LinkedHashMap<String, String>();
        words.forEach((k, v) -> result.put(k, v.toString()));
        return result;
    }

    static @Nullable String firstAddress(String text) {
        Matcher m = TIERS.getLast().matcher(text);
        return m.find() ? m.group(1) : null;
    }
}
