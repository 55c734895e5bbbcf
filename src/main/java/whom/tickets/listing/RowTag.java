package whom.tickets.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import whom.tickets.Stage;
import whom.vocabulary.Words;

/** The one thing a row says of its state: what it waits for, or how long until the promise. Never by colour alone. */
public record RowTag(String kind, String icon, String text) {

    private static final Duration URGENT = Duration.ofMinutes(30);
    private static final Duration SOON = Duration.ofHours(2);

    public static @Nullable RowTag of(TicketRow row, Words words, Instant now) {
        return switch (row.stage()) {
            case SOLVED, CLOSED -> new RowTag("good", "circle-check", words.say("tickets.stage." + row.stage().key()));
            case WAITING_USER, WAITING_THIRD_PARTY -> waiting(due(row, words, now), waits(row, words));
            case NEW, OPEN -> due(row, words, now);
        };
    }

    private static String waits(TicketRow row, Words words) {
        return row.stage() == Stage.WAITING_USER ? words.say("tickets.waiting_for", row.served()) : words.say("tickets.stage.waiting_third_party");
    }

    private static @Nullable RowTag due(TicketRow row, Words words, Instant now) {
        if (!row.isDue()) {
            return null;
        }
        RowTag next = promise(Duration.between(now, row.due()), words);
        return row.owedBy() == null ? next : new RowTag(next.kind, next.icon, next.text + " · " + words.say("tickets.owed_by." + row.owedBy()));
    }

    /** The tag in full: what it waits for, when exactly what is due, and the promise where something is due before that. */
    public static @Nullable String exactly(TicketRow row, Words words) {
        return row.isDue() ? inFull(row, words, words.say("tickets.due", words.exact(row.due())), words.exact(row.promised())) : null;
    }

    /** What the tag leaves out, for those who hear it. */
    public static @Nullable String spoken(TicketRow row, Words words) {
        return row.isDue() ? inFull(row, words, words.say("tickets.due", words.dateTime(row.due())), words.dateTime(row.promised())) : null;
    }

    private static String inFull(TicketRow row, Words words, String due, String promised) {
        var parts = new ArrayList<String>();
        if (row.stage() == Stage.WAITING_USER || row.stage() == Stage.WAITING_THIRD_PARTY) {
            parts.add(waits(row, words));
        }
        parts.add(due);
        if (row.owedBy() != null && !row.promised().equals(Instant.MAX)) {
            parts.add(words.say("tickets.promised", promised));
        }
        return String.join(", ", parts);
    }

    /** Waiting stops not every clock: an answer that is owed is due all the same, and then the picture says that it waits. */
    private static RowTag waiting(@Nullable RowTag promise, String state) {
        return promise == null ? new RowTag("", "circle-pause", state) : new RowTag(promise.kind, "circle-pause", promise.text);
    }

    public static RowTag promise(Duration left, Words words) {
        if (left.isNegative()) {
            return new RowTag("bad", "clock", words.say("tickets.overdue", words.duration(left.negated())));
        }
        String kind = left.compareTo(URGENT) < 0 ? "bad" : left.compareTo(SOON) < 0 ? "warn" : "";
        return new RowTag(kind, "clock", words.say("tickets.left", words.duration(left)));
    }
}
