package whom.portal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody is about to ask for, as far as they have answered. */
public record Asking(UUID id, String text, @Nullable Long service, String serviceName, boolean unsure, @Nullable String doing, @Nullable Long served, String servedName,
                     List<Kept> files, @Nullable String number) {

    /** A file that waits to be sent along. */
    public record Kept(long id, String name, long size) {}

    public boolean serviceAnswered() {
        return service != null || unsure;
    }

    public boolean sent() {
        return number != null;
    }

    public String path(String question) {
        return "/help/" + id + "/" + question;
    }

    /** The question that comes next, or the page to check all answers. */
    String next() {
        return path(text.isBlank() ? "what" : !serviceAnswered() ? "service" : doing == null ? "urgency" : "check");
    }
}
