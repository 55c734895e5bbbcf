package whom.conversations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A file that came with a message. Its name is safe to show and to save.
 *
 * @param state '' or a word for what is against it: waiting, infected, failed, unchecked
 * @param pixels of a picture, as its head says; 0: unknown
 */
public record Attachment(UUID id, String name, String type, long size, String state, long pixels) {

    /** More fill the memory of a phone. */
    static final long MOST_PIXELS = 40_000_000;
    private static final long LARGEST_PICTURE = 8_000_000;
    private static final long LARGEST_TEXT = 1_000_000;

    public String address() {
        return "/attachments/" + id + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public boolean picture() {
        return type.startsWith("image/");
    }

    /** Whether it is kept away from everybody, for now or for good. */
    public boolean kept() {
        return !state.isEmpty() && !state.equals("unchecked");
    }

    public boolean waits() {
        return state.equals("waiting");
    }

    /** Whether a page may show it in small. */
    public boolean small() {
        return picture() && !kept() && pixels > 0 && pixels <= MOST_PIXELS && size <= LARGEST_PICTURE;
    }

    /** Whether it may be read within the page. */
    public boolean readHere() {
        return !kept() && (type.equals("application/pdf") || type.equals(FileType.TEXT) && size <= LARGEST_TEXT);
    }

    public boolean pdf() {
        return type.equals("application/pdf");
    }
}
