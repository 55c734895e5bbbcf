package whom.conversations;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A mail's own form, cleaned: no script, no form, nothing loaded from elsewhere, so that looking at it tells its sender
 * nothing. It is shown in a box of its own besides, since cleaning alone is not to be relied on.
 */
final class ForeignHtml {

    private static final Pattern LOADS = Pattern.compile("(?i)url\\s*\\(|@import|expression\\s*\\(|image-set|\\\\|/\\*|position\\s*:\\s*(fixed|sticky)");
    private static final Safelist KEPT = Safelist.relaxed()
            .addTags("center", "font", "hr", "s", "del", "ins", "address", "article", "section", "header", "footer", "figure", "figcaption", "abbr", "bdi", "bdo")
            .addAttributes(":all", "style", "dir", "lang", "align", "valign", "title")
            .addAttributes("table", "border", "cellpadding", "cellspacing", "bgcolor", "width", "height", "role")
            .addAttributes("td", "bgcolor", "height", "nowrap").addAttributes("th", "bgcolor", "height", "nowrap").addAttributes("tr", "bgcolor")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("ol", "start", "type")
            .addProtocols("img", "src", "cid", "data")
            .removeProtocols("img", "src", "http", "https")
            .addProtocols("a", "href", "tel")
            .preserveRelativeLinks(false);

    private final Document document;

    private ForeignHtml(Document document) {
        this.document = document;
    }

    static ForeignHtml of(String html) {
        Document clean = new Cleaner(KEPT).clean(Jsoup.parse(html));
        for (Element styled : clean.select("[style]")) {
            String style = styled.attr("style");
            if (style.length() > 2_000 || LOADS.matcher(style).find()) {
                styled.removeAttr("style");
            }
        }
        for (Element link : clean.select("a[href]")) {
            link.attr("target", "_blank").attr("rel", "noopener noreferrer nofollow").attr("title", link.attr("href"));
        }
        for (Element picture : clean.select("img")) {
            String source = picture.attr("src").toLowerCase(Locale.ROOT);
            if (!source.startsWith("cid:") && !source.matches("data:image/(png|jpeg|gif|webp);base64,[a-z0-9+/=\\s]*")) {
                picture.removeAttr("src");
            }
        }
        return new ForeignHtml(clean);
    }

    /** The Content-IDs of the pictures that it shows. */
    Set<String> pictures() {
        Set<String> ids = new LinkedHashSet<>();
        for (Element picture : document.select("img[src^=cid:]")) {
            ids.add(id(picture));
        }
        return ids;
    }

    /** As a document of its own, with its pictures within. */
    String shown(Map<String, String> pictures) {
        for (Element picture : document.select("img")) {
            String data = picture.attr("src").startsWith("data:") ? picture.attr("src") : pictures.get(id(picture));
            if (data != null) {
                picture.attr("src", data);
            } else {
                picture.replaceWith(new Element("span").text(picture.attr("alt")));
            }
        }
        document.outputSettings().prettyPrint(false);
        return "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><style>"
                + "html{color-scheme:light;background:#fff;color:#1b2024;font:16px/1.5 system-ui,sans-serif}body{margin:12px;overflow-wrap:anywhere}"
                + "img{max-width:100%;height:auto}table{max-width:100%}</style></head><body>" + document.body().html() + "</body></html>";
    }

    private static String id(Element picture) {
        String source = picture.attr("src");
        return source.length() > 4 ? source.substring(4) : "";
    }
}
