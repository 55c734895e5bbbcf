package whom.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said. {@code trimmed} is a mail's text without quotes and signature, or "" where that is all of it;
 * {@code html} says that the mail had a form of its own, which {@code /messages/{publicId}/html} shows behind glass;
 * {@code pictures} how many pictures of that form lie on servers elsewhere;
 * {@code automatic} that a machine wrote it, such as a vacation notice.
 */
public record Message(long id, UUID publicId, Kind kind, long thread, @Nullable Long author, String sender, @Nullable Right right, String channel,
                      boolean verified, boolean automatic, String text, String trimmed, boolean html, int pictures, @Nullable String language, Instant at, boolean mine, List<Attachment> files, List<Delivery> deliveries) {

    /** Where it was said: to the one served, among the agents, or aside. */
    public enum Kind { MAIN, NOTES, SIDE }

    /** Its place on the page and in links. */
    public String anchor() {
        return "m-" + publicId;
    }

    /** What is new in it. */
    public String shown() {
        return trimmed.isBlank() ? text : trimmed;
    }

    /** Whether {@link #shown} leaves something out. */
    public boolean shortened() {
        return !trimmed.isBlank() && !trimmed.strip().equals(text.strip());
    }

    public boolean byDesk() {
        return right != null && right.works();
    }

    Message with(List<Attachment> attached) {
        return new Message(id, publicId, kind, thread, author, sender, right, channel, verified, automatic, text, trimmed, html, pictures, language, at, mine, attached, deliveries);
    }

    Message sent(List<Delivery> mails) {
        return new Message(id, publicId, kind, thread, author, sender, right, channel, verified, automatic, text, trimmed, html, pictures, language, at, mine, files, mails);
    }
}
