package whom.tickets.filter;

import java.util.List;
import whom.kernel.PublicNumber;

/** A ticket's number, in any spelling that somebody may have heard. */
record NumberType() implements Type {

    @Override
    public void check(Operator operator, Value value) {
        Type.onlyIs(operator, value);
        number(value);
    }

    @Override
    public Criterion criterion(Operator operator, Value value, Meaning meaning) {
        return new Criterion.Among(Column.NUMBER, List.of(number(value)));
    }

    private static String number(Value value) {
        return PublicNumber.read(value.text()).orElseThrow(() -> value.wrong("tickets.filter.not_a_number", value.text()));
    }
}
