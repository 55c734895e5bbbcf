package whom.conversations;

import java.util.Locale;
import java.util.regex.Pattern;

/** Styles that somebody sent: their looks stay, what would load something, or leave its place, does not. */
final class ForeignStyle {

    private static final int LONGEST_RULE = 2_000;
    private static final int LONGEST_BLOCK = 100_000;
    private static final Pattern LOADS = Pattern.compile("(?i)url\\s*\\(|@import|expression\\s*\\(|image-set|src\\s*\\(|\\\\|/\\*|<|position\\s*:\\s*(fixed|sticky)");
    private static final Pattern IMPORT = Pattern.compile("(?i)@(?:import|charset|namespace)[^;{}]{0,2000};?");
    private static final Pattern ADDRESS = Pattern.compile("(?i)url\\s{0,9}\\(");
    /** Black on white, and links as every program colours them: what a mail says that leaves its colours to whoever reads it. */
    private static final Pattern USUAL = Pattern.compile("(?i)(?<![-\\w])(?:color\\s{0,9}:\\s{0,9}(?:black|windowtext|initial|inherit|auto|blue|purple|#000|#000000|#0563c1|#0000ee|#954f72|#467886|#96607d|rgb\\(0, ?0, ?0\\))"
            + "|background(?:-color)?\\s{0,9}:\\s{0,9}(?:white|transparent|initial|inherit|none|window|#fff|#ffffff|rgb\\(255, ?255, ?255\\)))\\s{0,9}(?:!important)?(?=\\s{0,9}(?:;|}|$))");
    private static final Pattern COLOURS = Pattern.compile("(?i)color|background");

    private ForeignStyle() {}

    /** Of one element; "" where it would load something. */
    static String attribute(String style) {
        return style.length() > LONGEST_RULE || LOADS.matcher(style).find() ? "" : style;
    }

    /** Of a whole mail; "" where it cannot be made harmless. */
    static String block(String css) {
        if (css.length() > LONGEST_BLOCK) {
            return "";
        }
        String plain = uncommented(css.replace("<!--", "").replace("-->", ""));
        plain = withoutAddresses(IMPORT.matcher(plain).replaceAll(""));
        return LOADS.matcher(plain).find() ? "" : plain;
    }

    private static String uncommented(String css) {
        var plain = new StringBuilder();
        int at = 0;
        for (int open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", at)) {
            plain.append(css, at, open);
            int close = css.indexOf("*/", open + 2);
            at = close < 0 ? css.length() : close + 2;
        }
        return plain.append(css.substring(at)).toString();
    }

    /** One that does not end stays, and all with it is dropped. */
    private static String withoutAddresses(String css) {
        var plain = new StringBuilder();
        var address = ADDRESS.matcher(css);
        int at = 0;
        while (address.find(at)) {
            int end = css.indexOf(')', address.end());
            if (end < 0) {
                break;
            }
            plain.append(css, at, address.start()).append("none");
            at = end + 1;
        }
        return plain.append(css, at, css.length()).toString();
    }

    static String withoutUsualColours(String css) {
        return USUAL.matcher(css).replaceAll("");
    }

    /** Whether it has colours of its own, beside the usual ones. */
    static boolean colours(String css) {
        return COLOURS.matcher(withoutUsualColours(css)).find();
    }

    static boolean usualColour(String value) {
        return withoutUsualColours("color:" + value.strip().toLowerCase(Locale.ROOT)).isEmpty();
    }

    static boolean usualGround(String value) {
        return withoutUsualColours("background:" + value.strip().toLowerCase(Locale.ROOT)).isEmpty();
    }
}
