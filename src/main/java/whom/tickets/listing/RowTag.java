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
            case WAITING_USER -> waiting(due(row, words, now), words.say("tickets.waiting_for", row.served()));
            case WAITING_THIRD_PARTY -> waiting(due(row, words, now), words.say("tickets.stage.waiting_third_party"));
            case NEW, OPEN -> due(row, words, now);
        };
    }

    private static @Nullable RowTag due(TicketRow row, Words words, Instant now) {
        if (!row.isDue()) {
            return null;
        }
        RowTag next = promise(Duration.between(now, row.due()), words);
        return row.owedBy() == null ? next : new RowTag(next.kind, next.icon, next.text + " · " + words.say("tickets.owed_by." + row.owedBy()));
    }

    /** When exactly, and by whom where that is not the promise to the one served. */
    public static @Nullable String exactly(TicketRow row, Words words) {
        if (!row.isDue()) {
            return null;
        }
        if (row.owedBy() == null) {
            return words.exact(row.due());
        }
        String owed = words.say("tickets.owed", words.exact(row.due()), words.say("tickets.owed_by." + row.owedBy()));
        return row.promised().equals(Instant.MAX) ? owed : owed + "; " + words.say("tickets.promised", words.exact(row.promised()));
    }

    /** Waiting stops not every clock: an answer that is owed is due all the same. */
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
