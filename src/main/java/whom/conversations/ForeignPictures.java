package whom.conversations;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Which pictures a mail's own form may show: those that came with it, and, when asked for, those on servers elsewhere. */
final class ForeignPictures {

    /** Kept here while the picture is not asked for; no browser knows it. */
    private static final String ELSEWHERE = "data-elsewhere";
    private static final Pattern WITHIN = Pattern.compile("(?i)data:image/(png|jpeg|gif|webp);base64,[a-z0-9+/=\\s]*");
    /** A name on the usual port: not a machine within the reader's own house, which a sender could otherwise have them ask. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)https://[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,9}\\.[a-z][a-z0-9-]{1,62}([/?#]\\S{0,4000})?");
    private static final Pattern HOUSE = Pattern.compile("(?i)https://[^/?#]*\\.(local|localhost|internal|intranet|lan|home|corp|private|arpa|test)([/?#].*)?");
    /** What is there to be counted rather than seen. */
    private static final Pattern UNSEEN = Pattern.compile("(?i)(?<![-\\w])(?:width|height|max-width|max-height)\\s*:\\s*[0-2](?:px)?\\s*(?:;|!|$)|display\\s*:\\s*none|visibility\\s*:\\s*hidden|opacity\\s*:\\s*0(?:\\.0+)?\\s*(?:;|!|$)");

    private ForeignPictures() {}

    /** Before cleaning, which knows no addresses elsewhere. */
    static void setAside(Element picture) {
        String source = picture.attr("src").strip();
        String address = source.startsWith("//") ? "https:" + source : source.regionMatches(true, 0, "http://", 0, 7) ? "https://" + source.substring(7) : source;
        if (ADDRESS.matcher(address).matches() && !HOUSE.matcher(address).matches() && !unseen(picture)) {
            picture.attr(ELSEWHERE, address);
            picture.removeAttr("src");
        }
    }

    static boolean elsewhere(Element picture) {
        return picture.hasAttr(ELSEWHERE);
    }

    /** After cleaning: what neither came with the mail nor is to be asked for goes. */
    static void check(Element picture) {
        String source = picture.attr("src").toLowerCase(Locale.ROOT);
        if (!source.startsWith("cid:") && !WITHIN.matcher(source).matches()) {
            picture.removeAttr("src");
        }
    }

    static void load(Element picture) {
        picture.attr("src", picture.attr(ELSEWHERE)).attr("referrerpolicy", "no-referrer").removeAttr(ELSEWHERE);
    }

    private static boolean unseen(Element picture) {
        return tiny(picture.attr("width")) || tiny(picture.attr("height")) || picture.hasAttr("hidden") || UNSEEN.matcher(picture.attr("style")).find();
    }

    private static boolean tiny(String size) {
        return size.strip().matches("0*[0-2](\\.\\d*)?(px)?");
    }
}
