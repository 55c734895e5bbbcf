package whom.mail.replies;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import whom.mail.mime.Resources;

/** "Sent from my iPhone" and its like, which a device adds to a line of its own. */
final class Footer {

    private static final int LONGEST = 200;
    private static final List<Line> LINES = Resources.lines(Footer.class, "footers.txt").stream().map(regex -> new Line(fixed(regex), Pattern.compile(regex))).toList();
    private static final int FEW_WORDS = 7;
    private static final Pattern DEVICE = Pattern.compile("phone|pad\\b|ipod|berry|android|mobil|handy|telef|tablet|galaxy|samsung|outlook|mail|windows|nokia|huawei|xiaomi|redmi|htc|xperia|"
            + "motorola|oneplus|pixel|nexus|surface|typo|excuse|brevity|телефон|смартфон|手机|手機|端末|携帯|휴대");
    private static final String BEFORE = " \t\n\u000b\f\r<([*_~—–\"'-";
    private static final String AFTER = " \t\n\u000b\f\r>)]*_~\"'.!-";
    private static final int DECORATION = 6;
    private static final Pattern LINK = Pattern.compile("\\s?[<(\\[]?https?://\\S{1,150}");

    private Footer() {}

    /** @param fixed what stands in every such line, which is looked for first: patterns take many times as long */
    private record Line(String fixed, Pattern pattern) {

        boolean is(String line) {
            return line.contains(fixed) && pattern.matcher(line).matches();
        }
    }

    /** The longest piece of a pattern that is in whatever matches it: letters outside of brackets that nothing follows which makes them optional. */
    private static String fixed(String regex) {
        String longest = "";
        var piece = new StringBuilder();
        int depth = 0;
        for (int i = 0; i <= regex.length(); i++) {
            char c = i < regex.length() ? regex.charAt(i) : '|';
            boolean optional = "?*{".indexOf(c) >= 0;
            if (optional && !piece.isEmpty()) {
                piece.setLength(piece.length() - 1);
            }
            if (depth == 0 && (Character.isLetter(c) || c == ' ')) {
                piece.append(c);
                continue;
            }
            if (c == '|' && depth == 0 && i < regex.length()) {
                return "";
            }
            longest = piece.length() > longest.length() ? piece.toString() : longest;
            piece.setLength(0);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            i += c == '\\' ? 1 : 0;
        }
        return longest;
    }

    private static String bare(String line) {
        int from = 0;
        while (from < Math.min(DECORATION, line.length()) && BEFORE.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        int to = line.length();
        while (to > from && line.length() - to < DECORATION && AFTER.indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to);
    }

    static boolean is(String line) {
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        String plain = (lower.contains("://") ? LINK.matcher(lower).replaceAll("") : lower).strip();
        String bare = bare(plain);
        boolean footer = LINES.stream().anyMatch(form -> form.is(bare)) || !bare.equals(plain) && LINES.stream().anyMatch(form -> form.is(plain));
        // Longer lines may be sentences that begin alike; those of devices name the device.
        return footer && (plain.split(" ").length <= FEW_WORDS || DEVICE.matcher(plain).find());
    }
}
