package whom.mail.mime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One part of a message: its header, its raw body, and its own parts where it is a multipart. */
public record Part(Headers headers, ContentType type, Octets body, List<Part> parts) {

    public boolean isMultipart() {
        return !parts.isEmpty();
    }

    public boolean is(String mediaType) {
        return type.is(mediaType);
    }

    public boolean isText() {
        return type.isText();
    }

    /** {@code inline}, {@code attachment}, some other word, or empty where nothing is said. */
    public String disposition() {
        String said = headers.raw("Content-Disposition").orElse("");
        int end = 0;
        while (end < said.length() && (Character.isLetterOrDigit(said.charAt(end)) || said.charAt(end) == '-')) {
            end++;
        }
        return end < said.length() && said.charAt(end) == '=' ? "" : said.substring(0, end).toLowerCase(Locale.ROOT);
    }

    public Optional<String> filename() {
        return headers.raw("Content-Disposition")
                .flatMap(d -> Parameters.ofDisposition(d).text("filename"))
                .or(() -> headers.raw("Content-Disposition").flatMap(d -> Parameters.ofDisposition(d).text("name")))
                .or(() -> type.parameters().text("name"))
                .or(() -> type.parameters().text("filename"))
                .flatMap(FileNames::safe);
    }

    public Optional<String> contentId() {
        return headers.raw("Content-ID").map(id -> id.replaceAll("[<>\\s]", "")).filter(id -> !id.isEmpty());
    }

    /** The content without its transfer encoding. */
    public byte[] decoded() {
        return TransferEncoding.decode(this);
    }

    /** The content as text, in the declared charset where that is known and fits. */
    public String text() {
        byte[] content = decoded();
        if (is("text/html")) {
            return Charsets.decodeHtml(content, type.charset());
        }
        return Charsets.decode(content, type.charset());
    }
}
