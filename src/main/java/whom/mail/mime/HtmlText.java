package whom.mail.mime;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML to the text that one reads: blocks are lines, quotes are marked with {@code >}, lists with dashes. */
public final class HtmlText {

    private static final int LONGEST = 5_000_000;
    private static final int DEEPEST_QUOTE = 20;
    private static final Set<String> UNSEEN = Set.of("head", "script", "style", "title", "noscript", "template", "meta", "o:p-none");
    private static final Set<String> BLOCKS = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr",
            "blockquote", "pre", "hr", "section", "article", "header", "footer", "address", "center", "dl", "dt", "dd", "form", "figure", "body");
    private static final Set<String> APART = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre");

    /** Such as the first words that senders of newsletters show in lists of mails, and nowhere else. */
    private static final Pattern HIDDEN = Pattern.compile("(?i)(?:^|[;\\s])(?:display\\s?:\\s?none|mso-hide\\s?:\\s?all)");

    private HtmlText() {}

    public static String of(String html) {
        var writer = new Writer();
        var whole = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
        NodeTraversor.traverse(writer, whole);
        if (writer.out.toString().isBlank() && !writer.showsAll) {
            writer = new Writer();
            writer.showsAll = true; // nothing but what is hidden: better that than nothing
            NodeTraversor.traverse(writer, whole);
        }
        return writer.out.toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder out = new StringBuilder();
        private int unseen;
        private int pre;
        private int quotes;
        private boolean space;
        private boolean showsAll;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (unseen == 0) {
                    write(text.getWholeText());
                }
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element);
            }
        }

        private boolean isUnseen(Element element) {
            return UNSEEN.contains(element.normalName()) || !showsAll && !element.normalName().equals("body") && (element.hasAttr("hidden") || HIDDEN.matcher(element.attr("style")).find());
        }

        private void open(Element element) {
            String name = element.normalName();
            if (isUnseen(element)) {
                unseen++;
            }
            if (BLOCKS.contains(name)) {
                freshLine();
            }
            switch (name) {
                case "br" -> line();
                case "li" -> begin("- ");
                case "hr" -> begin("________________");
                case "td", "th" -> space = true;
                case "pre" -> pre++;
                case "blockquote" -> quotes++;
                default -> { }
            }
        }

        private void close(Element element) {
            String name = element.normalName();
            if (isUnseen(element)) {
                unseen--;
            }
            if (BLOCKS.contains(name)) {
                freshLine();
            }
            if (name.equals("pre")) {
                pre--;
            } else if (name.equals("blockquote")) {
                quotes--;
            }
            if (APART.contains(name)) {
                line();
            }
        }

        private void write(String text) {
            if (pre > 0) {
                String[] lines = text.split("\r?\n", -1);
                for (int i = 0; i < lines.length; i++) {
                    if (i > 0) {
                        line();
                    }
                    begin(lines[i]);
                }
                return;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                    space = true;
                } else {
                    begin(space && !atLineStart() ? " " : "");
                    out.append(c == '\u00a0' ? ' ' : c);
                    space = false;
                }
            }
        }

        private void begin(String text) {
            if (unseen == 0 && atLineStart() && quotes > 0 && !text.isEmpty()) {
                mark();
            } else if (unseen == 0 && atLineStart() && quotes > 0) {
                mark();
            }
            if (unseen == 0) {
                out.append(text);
            }
        }

        private void mark() {
            out.append(">".repeat(Math.min(quotes, DEEPEST_QUOTE))).append(' ');
        }

        private boolean atLineStart() {
            return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
        }

        private void freshLine() {
            if (!atLineStart()) {
                line();
            }
        }

        private void line() {
            if (unseen == 0) {
                if (atLineStart() && quotes > 0) {
                    mark();
                }
                out.append('\n');
            }
            space = false;
        }
    }
}
