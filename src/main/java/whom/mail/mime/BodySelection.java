package whom.mail.mime;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which parts are the body. Text and HTML without a file name and without the disposition "attachment" are; everything else
 * comes with it. Where there is no other body, a named text is body and attachment.
 */
public final class BodySelection {

    private static final Pattern CID = Pattern.compile("cid:([^\"'\\s>)]{1,500})", Pattern.CASE_INSENSITIVE);

    /** Signed again and again by nobody. */
    private static final int SIGNED = 4;

    /** @param covered HTML that stands beside plain text as its alternative */
    private record Piece(boolean html, String text, boolean covered) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Part> named = new ArrayList<>();
    private final List<Part> images = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private @Nullable String tnefText;
    private @Nullable String tnefHtml;
    private int opened;

    private BodySelection() {}

    public static Body of(Part message) {
        var selection = new BodySelection();
        selection.visit(message);
        if (selection.pieces.isEmpty()) {
            selection.fallBack();
        }
        return selection.body();
    }

    private void visit(Part part) {
        if (!part.isMultipart()) {
            leaf(part);
            return;
        }
        int from = pieces.size();
        part.parts().forEach(this::visit);
        List<Piece> own = pieces.subList(from, pieces.size());
        if (part.is("multipart/alternative") && own.stream().anyMatch(p -> !p.html() && !p.text().isBlank())) {
            own.replaceAll(p -> new Piece(p.html(), p.text(), true));
        }
    }

    private void leaf(Part part) {
        String filename = part.filename().orElse(null);
        boolean attached = part.disposition().equals("attachment");
        boolean readable = part.is("text/plain") || part.is("text/html");
        if (readable && !attached && filename == null) {
            body(part);
        } else if (!isReport(part.type().mediaType())) {
            byte[] content = part.decoded();
            attachments.add(new Attachment(filename, part.type().mediaType(), part.contentId().orElse(null), content));
            if (part.isText() && !attached) {
                named.add(part);
            }
            if (part.type().mediaType().startsWith("image/")) {
                images.add(part);
            }
            if (part.is("application/ms-tnef") || part.is("application/vnd.ms-tnef") || "winmail.dat".equalsIgnoreCase(filename)) {
                tnef(content);
            }
            if (part.type().mediaType().endsWith("pkcs7-mime") && opened++ < SIGNED) {
                OpaqueSigned.content(content).ifPresent(signed -> visit(MimeReader.read(signed)));
            }
        }
    }

    /** What a machine says about delivery is read by {@code whom.mail.reports}; people get its words. */
    private static boolean isReport(String mediaType) {
        return switch (mediaType) {
            case "message/delivery-status", "message/global-delivery-status", "message/disposition-notification",
                    "message/global-disposition-notification", "message/feedback-report", "message/tracking-status" -> true;
            default -> false;
        };
    }

    private void body(Part part) {
        if (part.is("text/html")) {
            pieces.add(new Piece(true, part.text(), false));
            return;
        }
        Part text = part;
        List<Uuencode.File> files = Uuencode.files(Octets.of(part.decoded()));
        if (!files.isEmpty()) {
            files.forEach(f -> attachments.add(new Attachment(FileNames.safe(HeaderWords.unicode(f.name())).orElse(null),
                    "application/octet-stream", null, f.content())));
            text = new Part(Headers.NONE, part.type(), Octets.of(Uuencode.without(Octets.of(part.decoded()), files)), List.of());
        }
        pieces.add(new Piece(false, plain(text), false));
    }

    private static String plain(Part part) {
        String text = part.text().replace("\r\n", "\n").replace('\r', '\n');
        boolean flowed = part.type().parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
        return flowed ? Flowed.unflow(text, part.type().parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent()) : text;
    }

    private void tnef(byte[] content) {
        Tnef tnef = Tnef.read(content);
        attachments.addAll(tnef.attachments());
        tnefText = tnef.text();
        tnefHtml = tnef.html();
    }

    private void fallBack() {
        if (tnefText != null) {
            pieces.add(new Piece(false, tnefText, true));
        }
        if (tnefHtml != null) {
            pieces.add(new Piece(true, tnefHtml, tnefText != null));
        }
        if (pieces.isEmpty()) {
            boolean plain = named.stream().anyMatch(p -> p.is("text/plain"));
            boolean html = named.stream().anyMatch(p -> p.is("text/html"));
            named.stream().filter(p -> p.is("text/html") || (plain ? p.is("text/plain") : !html))
                    .forEach(p -> pieces.add(new Piece(p.is("text/html"), p.is("text/html") ? p.text() : plain(p), plain)));
        }
    }

    private Body body() {
        String html = pieces.stream().filter(Piece::html).map(Piece::text).collect(Collectors.joining("\n"));
        Set<String> shown = new HashSet<>();
        Matcher m = CID.matcher(html);
        while (m.find()) {
            shown.add(m.group(1));
            shown.add(unescape(m.group(1)));
        }
        int inline = (int) images.stream().filter(i -> i.contentId().filter(shown::contains).isPresent()).count();
        return new Body(text(), html.isEmpty() && pieces.stream().noneMatch(Piece::html) ? null : html, List.copyOf(attachments), inline);
    }

    /** HTML counts where there is no plain text, or where it comes first and what follows is only plain text's addition. */
    private String text() {
        boolean plain = pieces.stream().anyMatch(p -> !p.html() && !p.text().isBlank());
        boolean plainSeen = false;
        var said = new ArrayList<String>();
        for (Piece piece : pieces) {
            if (!piece.html()) {
                said.add(piece.text());
                plainSeen |= !piece.text().isBlank();
            } else if (!plain || !piece.covered() && !plainSeen) {
                said.add(HtmlText.of(piece.text()));
            }
        }
        return said.stream().filter(Objects::nonNull).filter(s -> !s.isBlank()).map(String::stripTrailing).collect(Collectors.joining("\n\n"));
    }

    private static String unescape(String cid) {
        try {
            return URLDecoder.decode(cid.replace("+", "%2B").replace("&amp;", "&"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return cid;
        }
    }
}
