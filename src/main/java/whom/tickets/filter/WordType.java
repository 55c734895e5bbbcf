package whom.tickets.filter;

import java.util.List;

/** One of a few fixed words. */
record WordType(Column column, List<String> words) implements Type {

    WordType(Column column, String... words) {
        this(column, List.of(words));
    }

    @Override
    public void check(Operator operator, Value value) {
        Type.onlyIs(operator, value);
        if (!words.contains(value.small())) {
            throw value.wrong("tickets.filter.not_a_word", value.text(), String.join(", ", words));
        }
    }

    @Override
    public Criterion criterion(Operator operator, Value value, Meaning meaning) {
        return new Criterion.Among(column, List.of(value.small()));
    }
}
