package whom.tickets;

import org.jspecify.annotations.Nullable;
import whom.kernel.Refused;

/** What a new ticket needs to know. {@code doing} may say what it holds up; the urgency follows. */
public record RaiseTicket(String kind, long served, @Nullable Long service, @Nullable Long offering, String subject, String text, Priority priority,
                          String channel, String language) {

    static final int SUBJECT = 200;
    static final int TEXT = 100_000;

    public RaiseTicket {
        subject = subject.strip().replaceAll("\\s+", " ");
        text = text.strip();
        if (subject.isEmpty()) {
            throw new Refused("subject", "tickets.new.subject_missing");
        }
        if (subject.length() > SUBJECT) {
            throw new Refused("subject", "tickets.too_long", SUBJECT);
        }
        if (text.length() > TEXT) {
            throw new Refused("text", "tickets.too_long", TEXT);
        }
    }
}
