package whom.tickets.filter;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import whom.tickets.filter.Criterion.Among;
import whom.tickets.filter.Criterion.Blank;
import whom.tickets.filter.Criterion.Not;

/** {@code is:open} and its like: short words for common conditions. */
record IsType() implements Type {

    static final Criterion OPEN = new Among(Column.STAGE, List.of("new", "open", "waiting_user", "waiting_third_party"));

    /** One line each. */
    private enum Word {
        OPEN(asking -> IsType.OPEN),
        NEW(asking -> new Among(Column.STAGE, List.of("new"))),
        WAITING(asking -> new Among(Column.STAGE, List.of("waiting_user", "waiting_third_party"))),
        SOLVED(asking -> new Among(Column.STAGE, List.of("solved"))),
        CLOSED(asking -> new Among(Column.STAGE, List.of("closed"))),
        DONE(asking -> new Among(Column.STAGE, List.of("solved", "closed"))),
        OVERDUE(asking -> new Criterion.All(List.of(IsType.OPEN, new Criterion.Within(Column.DUE, Instant.MIN, asking.now())))),
        ASSIGNED(asking -> new Not(new Blank(Column.ASSIGNEE))),
        UNASSIGNED(asking -> new Blank(Column.ASSIGNEE)),
        ANSWERED(asking -> new Not(new Blank(Column.ANSWERED))),
        UNANSWERED(asking -> new Blank(Column.ANSWERED));

        private final Function<Asking, Criterion> criterion;

        Word(Function<Asking, Criterion> criterion) {
            this.criterion = criterion;
        }

        String said() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void check(Operator operator, Value value) {
        Type.onlyIs(operator, value);
        word(value);
    }

    @Override
    public Criterion criterion(Operator operator, Value value, Meaning meaning) {
        return word(value).criterion.apply(meaning.asking());
    }

    private static Word word(Value value) {
        return Arrays.stream(Word.values()).filter(w -> value.is(w.said())).findFirst().orElseThrow(() -> value.wrong("tickets.filter.not_a_word",
                value.text(), Arrays.stream(Word.values()).map(Word::said).collect(Collectors.joining(", "))));
    }
}
