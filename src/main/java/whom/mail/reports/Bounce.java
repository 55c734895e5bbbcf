package whom.mail.reports;

import org.jspecify.annotations.Nullable;

/** What a report says of one recipient. @param status RFC 3463, for example 5.1.1 */
public record Bounce(String recipient, @Nullable String status, @Nullable Reason reason) {

    public boolean hard() {
        return reason != null && reason.hard();
    }
}
