package whom.conversations;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A mail's own form, cleaned: no script, no form, nothing loaded from elsewhere unless its reader asks, so that looking at it
 * tells its sender nothing. It is shown in a box of its own besides, since cleaning alone is not to be relied on.
 */
final class ForeignHtml {

    private static final int MOST_STYLES = 20;
    private static final Safelist KEPT = Safelist.relaxed()
            .addTags("center", "font", "hr", "s", "del", "ins", "address", "article", "section", "header", "footer", "figure", "figcaption", "abbr", "bdi", "bdo")
            .addAttributes("img", "data-elsewhere")
            .addAttributes(":all", "style", "class", "dir", "lang", "align", "valign", "title")
            .addAttributes("table", "border", "cellpadding", "cellspacing", "bgcolor", "width", "height", "role")
            .addAttributes("td", "bgcolor", "height", "nowrap").addAttributes("th", "bgcolor", "height", "nowrap").addAttributes("tr", "bgcolor")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("ol", "start", "type")
            .addProtocols("img", "src", "cid", "data")
            .removeProtocols("img", "src", "http", "https")
            .addProtocols("a", "href", "tel")
            .preserveRelativeLinks(false);

    private final Document document;
    private final String styles;

    private ForeignHtml(Document document, String styles) {
        this.document = document;
        this.styles = styles;
    }

    static ForeignHtml of(String html) {
        Document sent = Jsoup.parse(html);
        sent.select("[data-elsewhere]").removeAttr("data-elsewhere");
        sent.select("img[src]").forEach(ForeignPictures::setAside);
        var styles = new StringBuilder();
        sent.select("style").stream().limit(MOST_STYLES).forEach(style -> styles.append(ForeignStyle.block(style.data())).append('\n'));
        Document clean = new Cleaner(KEPT).clean(sent);
        for (Element styled : clean.select("[style]")) {
            styled.attr("style", ForeignStyle.attribute(styled.attr("style")));
        }
        for (Element link : clean.select("a[href]")) {
            link.attr("target", "_blank").attr("rel", "noopener noreferrer nofollow").attr("title", link.attr("href"));
        }
        clean.select("img").forEach(ForeignPictures::check);
        return new ForeignHtml(clean, styles.toString());
    }

    /** How many pictures lie on servers elsewhere; of a mail that shows nothing but what it brought, 0. */
    static int pictures(String html) {
        boolean any = html.contains("<img") || html.contains("<IMG") || html.contains("<Img");
        return any ? (int) of(html).document.select("img").stream().filter(ForeignPictures::elsewhere).count() : 0;
    }

    /** The Content-IDs of the pictures that it shows. */
    Set<String> pictures() {
        Set<String> ids = new LinkedHashSet<>();
        for (Element picture : document.select("img[src^=cid:]")) {
            ids.add(id(picture));
        }
        return ids;
    }

    /** As a document of its own, with its pictures within. @param fromElsewhere and with those that lie elsewhere, which its reader's browser fetches */
    String shown(Map<String, String> pictures, boolean fromElsewhere) {
        for (Element picture : document.select("img")) {
            String data = picture.attr("src").startsWith("data:") ? picture.attr("src") : pictures.get(id(picture));
            if (data != null) {
                picture.attr("src", data);
            } else if (fromElsewhere && ForeignPictures.elsewhere(picture)) {
                ForeignPictures.load(picture);
            } else {
                picture.replaceWith(new Element("span").text(picture.attr("alt")));
            }
        }
        boolean own = colours();
        if (!own) {
            document.select("[style]").forEach(styled -> styled.attr("style", ForeignStyle.withoutUsualColours(styled.attr("style"))));
            document.select("[color], [bgcolor]").removeAttr("color").removeAttr("bgcolor");
        }
        document.outputSettings().prettyPrint(false);
        return "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><style>"
                + (own ? "html{color-scheme:light;background:#fff;color:#1b2024}" : "html{color-scheme:light dark;background:Canvas;color:CanvasText}")
                + "html{font:16px/1.5 system-ui,sans-serif}body{margin:12px;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}</style>"
                + "<style>" + (own ? styles : ForeignStyle.withoutUsualColours(styles)) + "</style></head><body>" + document.body().html() + "</body></html>";
    }

    /** Whether it has colours of its own: then it stays light, as it was meant; else it is dark where its reader's pages are. */
    private boolean colours() {
        return ForeignStyle.colours(styles) || document.select("[style]").stream().anyMatch(styled -> ForeignStyle.colours(styled.attr("style")))
                || document.select("[color]").stream().anyMatch(e -> !ForeignStyle.usualColour(e.attr("color"))) || document.select("[bgcolor]").stream().anyMatch(e -> !ForeignStyle.usualGround(e.attr("bgcolor")));
    }

    private static String id(Element picture) {
        String source = picture.attr("src");
        return source.length() > 4 ? source.substring(4) : "";
    }
}
