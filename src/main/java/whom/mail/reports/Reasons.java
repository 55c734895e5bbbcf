package whom.mail.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whom.mail.mime.Resources;

/**
 * Why it failed. What servers write is surer than the codes that they choose, so plain phrases ({@code reasons.tsv}, strong)
 * come first, then the codes of RFC 3463, then the phrases that only hint (weak).
 */
final class Reasons {

    private static final int LONGEST = 20_000;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LATE = Pattern.compile("(?i)in reply to end of data|after (?:end of )?data|failed after i sent the message");

    private record Rule(boolean strong, Reason reason, Pattern pattern) {}

    private static final List<Rule> RULES = load();

    private Reasons() {}

    static @Nullable Reason of(String words, @Nullable String status) {
        Reason strong = strong(words, status);
        if (strong != null) {
            return strong;
        }
        Reason coded = status == null ? null : StatusCodes.reason(status);
        return coded != null ? coded : weak(words);
    }

    static @Nullable Reason strong(String words, @Nullable String status) {
        Reason found = match(words, true);
        // Who knows its users says so when it hears the name. An "unknown" after the whole message was given is a filter's.
        boolean late = found == Reason.USER_UNKNOWN && LATE.matcher(words).find() && (status == null || !status.endsWith(".1.1"));
        return late ? Reason.POLICY : found;
    }

    static @Nullable Reason weak(String words) {
        return match(words, false);
    }

    private static @Nullable Reason match(String words, boolean strong) {
        if (words.isBlank()) {
            return null;
        }
        String bounded = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        String text = SPACES.matcher(bounded.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return RULES.stream().filter(r -> r.strong() == strong && r.pattern().matcher(text).find()).map(Rule::reason).findFirst().orElse(null);
    }

    private static List<Rule> load() {
        var rules = new ArrayList<Rule>();
        for (String line : Resources.lines(Reasons.class, "reasons.tsv")) {
            String[] columns = line.split("\t");
            rules.add(new Rule(columns[0].equals("strong"), Reason.valueOf(columns[1].toUpperCase(Locale.ROOT).replace('-', '_')), Pattern.compile(columns[2])));
        }
        return List.copyOf(rules);
    }
}
