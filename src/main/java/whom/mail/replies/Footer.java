package whom.mail.replies;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whom.mail.mime.Resources;

/** "Sent from my iPhone" and its like, which a device adds to a line of its own. */
final class Footer {

    private static final int LONGEST = 200;
    private static final Pattern LINE = Pattern.compile(Resources.lines(Footer.class, "footers.txt").stream().collect(Collectors.joining("|", "(?:", ")")));
    private static final Pattern DECORATION = Pattern.compile("^[\\s<(\\[*_~—–\"'-]{1,6}|[\\s>)\\]*_~\"'.!-]{1,6}$");
    private static final Pattern LINK = Pattern.compile("\\s?[<(\\[]?https?://\\S{1,150}");

    private Footer() {}

    static boolean is(String line) {
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        String plain = LINK.matcher(line.toLowerCase(Locale.ROOT)).replaceAll("");
        return LINE.matcher(DECORATION.matcher(plain).replaceAll("")).matches() || LINE.matcher(plain.strip()).matches();
    }
}
