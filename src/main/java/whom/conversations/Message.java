package whom.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said. {@code trimmed} is what was taken off a mail's text: quotes, signature. {@code html} says that the
 * mail had a form of its own, which {@code /messages/{publicId}/html} shows behind glass.
 */
public record Message(long id, UUID publicId, Kind kind, long thread, @Nullable Long author, String sender, @Nullable Right right, String channel,
                      boolean verified, String text, String trimmed, boolean html, @Nullable String language, Instant at, boolean mine, List<Attachment> files) {

    /** Where it was said: to the one served, among the agents, or aside. */
    public enum Kind { MAIN, NOTES, SIDE }

    /** Its place on the page and in links. */
    public String anchor() {
        return "m-" + publicId;
    }

    public boolean byDesk() {
        return right != null && right.works();
    }

    Message with(List<Attachment> attached) {
        return new Message(id, publicId, kind, thread, author, sender, right, channel, verified, text, trimmed, html, language, at, mine, attached);
    }
}
