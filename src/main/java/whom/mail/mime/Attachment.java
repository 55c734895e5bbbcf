package whom.mail.mime;

import org.jspecify.annotations.Nullable;

/** A part that is not the body. The name is safe to show and to store; the type is as declared, in lower case. */
public record Attachment(@Nullable String filename, String contentType, @Nullable String contentId, byte[] content) {

    public int size() {
        return content.length;
    }
}
