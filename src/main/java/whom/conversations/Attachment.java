package whom.conversations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A file that came with a message. Its name is safe to show and to save. */
public record Attachment(UUID id, String name, String type, long size) {

    public String address() {
        return "/attachments/" + id + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public boolean picture() {
        return type.startsWith("image/");
    }
}
