package whom.mail.outgoing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form in HTML of a letter's text: the same words, with paragraphs, and links that can be followed. Nothing is loaded from anywhere. */
final class Html {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,2000}[^\\s<>\".,;:!?)]");
    private static final String FOOT = "\n-- \n";

    private Html() {}

    /** A picture that goes with the letter. */
    record Picture(String id, String name) {}

    static String of(String text, String language, List<Picture> pictures) {
        int foot = text.lastIndexOf(FOOT);
        String said = foot < 0 ? text : text.substring(0, foot);
        String below = foot < 0 ? "" : text.substring(foot + FOOT.length());
        return "<!doctype html><html lang=\"" + language.toLowerCase(Locale.ROOT) + "\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\"></head>"
                + "<body style=\"font:16px/1.5 system-ui,sans-serif\">" + paragraphs(said) + shown(pictures)
                + (below.isBlank() ? "" : "<div style=\"margin-top:24px;padding-top:12px;border-top:1px solid #999;font-size:14px\">" + paragraphs(below) + "</div>") + "</body></html>";
    }

    private static String shown(List<Picture> pictures) {
        return pictures.stream().map(each -> "<p><img src=\"cid:" + escaped(each.id) + "\" alt=\"" + escaped(each.name) + "\" style=\"max-width:100%;height:auto\"></p>").collect(Collectors.joining());
    }

    private static String paragraphs(String text) {
        var html = new StringBuilder();
        for (String paragraph : text.strip().split("\n{2,}")) {
            html.append("<p>").append(linked(paragraph.strip())).append("</p>");
        }
        return html.toString();
    }

    private static String linked(String text) {
        var html = new StringBuilder();
        var links = LINK.matcher(text);
        int at = 0;
        while (links.find()) {
            html.append(escaped(text.substring(at, links.start()))).append("<a href=\"").append(escaped(links.group())).append("\">").append(escaped(links.group())).append("</a>");
            at = links.end();
        }
        return html.append(escaped(text.substring(at))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("\n", "<br>");
    }
}
