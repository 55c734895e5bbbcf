package whom.tickets.filter;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a filter can look at, in the table and in memory. {@code sighted}: the table of sight has it too. */
enum Column {
    NUMBER("number", false, false, Judged::number),
    KIND("kind", false, false, Judged::kind),
    SERVED("served_id", false, false, Judged::served),
    RAISED_BY("raised_by", false, true, Judged::raisedBy),
    SERVICE("service_id", true, true, Judged::service),
    OFFERING("offering_id", false, true, Judged::offering),
    SUBJECT("subject", false, false, Judged::subject),
    STAGE("stage", true, false, Judged::stage),
    STAGE_SINCE("stage_since", false, false, Judged::stageSince),
    STAGE_UNTIL("stage_until", false, true, Judged::stageUntil),
    IMPACT("impact", false, false, Judged::impact),
    URGENCY("urgency", false, false, Judged::urgency),
    PRIORITY("priority", true, false, Judged::priority),
    TEAM("team_id", true, true, Judged::team),
    ASSIGNEE("assignee_id", true, true, Judged::assignee),
    CHANNEL("channel", false, false, Judged::channel),
    LANGUAGE("language", false, false, Judged::language),
    OPENED("opened_at", false, false, Judged::opened),
    ANSWERED("answered_at", false, true, Judged::answered),
    SOLVED("solved_at", false, true, Judged::solved),
    CLOSED("closed_at", false, true, Judged::closed),
    DUE("due_at", true, false, Judged::due),
    UPDATED("updated_at", true, false, Judged::updated);

    private final String name;
    private final boolean sighted;
    private final boolean nullable;
    private final Function<Judged, @Nullable Object> reading;

    Column(String name, boolean sighted, boolean nullable, Function<Judged, @Nullable Object> reading) {
        this.name = name;
        this.sighted = sighted;
        this.nullable = nullable;
        this.reading = reading;
    }

    String in(Tables tables) {
        return this == DUE ? tables.due() : (sighted && tables.sight() ? "s." : "t.") + name;
    }

    boolean sighted() {
        return sighted;
    }

    /** Has an index of its own, and few tickets for each of its values. */
    boolean isNarrow() {
        return this == NUMBER || this == SERVED || this == RAISED_BY || this == ASSIGNEE || this == OFFERING;
    }

    /** Not is two-valued here, as in memory: a test of nothing is false, never unknown. */
    String known(Tables tables) {
        return nullable ? " and " + in(tables) + " is not null" : "";
    }

    @Nullable Object of(Judged ticket) {
        return reading.apply(ticket);
    }
}
