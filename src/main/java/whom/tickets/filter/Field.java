package whom.tickets.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import whom.tickets.filter.Reference.Kind;

/**
 * Every field of the language, one line each. Who pays, rank and standing are no fields (E1), and never will be.
 */
public enum Field {
    IS(new IsType()),
    NUMBER(new NumberType()),
    STATE(new WordType(Column.STAGE, "new", "open", "waiting_user", "waiting_third_party", "solved", "closed"), "stage"),
    KIND(new WordType(Column.KIND, "incident", "request", "complaint")),
    PRIORITY(new RankType(Column.PRIORITY, 5)),
    IMPACT(new RankType(Column.IMPACT, 3)),
    URGENCY(new RankType(Column.URGENCY, 3)),
    SERVICE(new ReferenceType(Column.SERVICE, Kind.SERVICE, false)),
    OFFERING(new ReferenceType(Column.OFFERING, Kind.OFFERING, false)),
    TEAM(new ReferenceType(Column.TEAM, Kind.TEAM, false)),
    ASSIGNEE(new ReferenceType(Column.ASSIGNEE, Kind.PERSON, false)),
    FOR(new ReferenceType(Column.SERVED, Kind.PERSON, true), "served"),
    BY(new ReferenceType(Column.RAISED_BY, Kind.PERSON, false), "raised_by"),
    CHANNEL(new WordType(Column.CHANNEL, "web", "mail", "phone", "api")),
    LANGUAGE(new WordType(Column.LANGUAGE, "en", "de")),
    DUE(new TimeType(Column.DUE, true)),
    UNTIL(new TimeType(Column.STAGE_UNTIL, true)),
    OPENED(new TimeType(Column.OPENED, false)),
    UPDATED(new TimeType(Column.UPDATED, false)),
    SINCE(new TimeType(Column.STAGE_SINCE, false)),
    ANSWERED(new TimeType(Column.ANSWERED, false)),
    SOLVED(new TimeType(Column.SOLVED, false)),
    CLOSED(new TimeType(Column.CLOSED, false));

    private final Type type;
    private final List<String> others;

    Field(Type type, String... others) {
        this.type = type;
        this.others = List.of(others);
    }

    /** As it is written in a filter. */
    public String said() {
        return name().toLowerCase(Locale.ROOT);
    }

    Type type() {
        return type;
    }

    static Optional<Field> named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.said().equals(small) || f.others.contains(small)).findFirst();
    }
}
