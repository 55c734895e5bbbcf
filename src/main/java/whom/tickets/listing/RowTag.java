package whom.tickets.listing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import whom.vocabulary.Words;

/** The one thing a row says of its state: what it waits for, or how long until the promise. Never by colour alone. */
public record RowTag(String kind, String icon, String text) {

    private static final Duration URGENT = Duration.ofMinutes(30);
    private static final Duration SOON = Duration.ofHours(2);

    public static @Nullable RowTag of(TicketRow row, Words words, Instant now) {
        return switch (row.stage()) {
            case SOLVED, CLOSED -> new RowTag("good", "circle-check", words.say("tickets.stage." + row.stage().key()));
            case WAITING_USER -> new RowTag("", "circle-pause", words.say("tickets.waiting_for", row.served()));
            case WAITING_THIRD_PARTY -> waiting(row.hasPromise() ? promise(Duration.between(now, row.due()), words) : null, words.say("tickets.stage.waiting_third_party"));
            case NEW, OPEN -> row.hasPromise() ? promise(Duration.between(now, row.due()), words) : null;
        };
    }

    /** Waiting for a third party stops no promise to the one served. */
    private static RowTag waiting(@Nullable RowTag promise, String state) {
        return promise == null ? new RowTag("", "circle-pause", state) : new RowTag(promise.kind, "circle-pause", state + " · " + promise.text);
    }

    public static RowTag promise(Duration left, Words words) {
        if (left.isNegative()) {
            return new RowTag("bad", "clock", words.say("tickets.overdue", words.duration(left.negated())));
        }
        String kind = left.compareTo(URGENT) < 0 ? "bad" : left.compareTo(SOON) < 0 ? "warn" : "";
        return new RowTag(kind, "clock", words.say("tickets.left", words.duration(left)));
    }
}
