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

    private record Rule(boolean strong, Reason reason, Pattern pattern) {}

    private static final List<Rule> RULES = load();

    private Reasons() {}

    static @Nullable Reason of(String words, @Nullable String status) {
        Reason strong = match(words, true);
        if (strong != null) {
            return strong;
        }
        Reason coded = status == null ? null : StatusCodes.reason(status);
        return coded != null ? coded : match(words, false);
    }

    static @Nullable Reason match(String words, boolean strong) {
        String text = words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return RULES.stream().filter(r -> r.strong() == strong && r.pattern().matcher(bounded).find()).map(Rule::reason).findFirst().orElse(null);
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
