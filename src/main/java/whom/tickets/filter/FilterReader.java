package whom.tickets.filter;

import java.util.ArrayList;
import java.util.List;
import whom.kernel.PublicNumber;

/**
 * Reads the language by descent:
 * <pre>
 * either = both { "or" both }
 * both   = one { ["and"] one }
 * one    = ("-" | "not") one | "(" either ")" | field operator value { "," value } | word | "words in quotation marks"
 * </pre>
 */
final class FilterReader {

    static final int LENGTH = 1_000;
    static final int CONDITIONS = 60;
    static final int DEPTH = 12;

    private final Letters letters;
    private final boolean lenient;
    private int conditions;

    /** @param lenient takes what names no field as text, as somebody means it who only searches */
    FilterReader(String text, boolean lenient) {
        if (text.length() > LENGTH) {
            throw new BadFilter(LENGTH, "tickets.filter.too_long", LENGTH);
        }
        this.letters = new Letters(text);
        this.lenient = lenient;
    }

    Condition read() {
        if (letters.atEnd()) {
            return new Condition.All(List.of());
        }
        Condition all = either(0);
        if (!letters.atEnd()) {
            throw letters.wrong("tickets.filter.bracket_without_beginning");
        }
        return all;
    }

    private Condition either(int depth) {
        List<Condition> of = new ArrayList<>(List.of(both(depth)));
        while (letters.take("or")) {
            of.add(both(depth));
        }
        return of.size() == 1 ? of.getFirst() : new Condition.Any(List.copyOf(of));
    }

    private Condition both(int depth) {
        List<Condition> of = new ArrayList<>(List.of(one(depth)));
        while (letters.take("and") || letters.beginsOne()) {
            of.add(one(depth));
        }
        return of.size() == 1 ? of.getFirst() : new Condition.All(List.copyOf(of));
    }

    private Condition one(int depth) {
        int at = letters.at();
        if (depth > DEPTH) {
            throw new BadFilter(at, "tickets.filter.too_deep", DEPTH);
        }
        if (letters.takeMinus() || letters.take("not")) {
            return new Condition.Not(one(depth + 1));
        }
        if (letters.take('(')) {
            Condition inner = either(depth + 1);
            if (!letters.take(')')) {
                throw new BadFilter(at, "tickets.filter.bracket_without_end");
            }
            return inner;
        }
        if (!letters.beginsOne()) {
            throw letters.wrong(letters.atEnd() ? "tickets.filter.something_missing_at_end" : "tickets.filter.something_missing");
        }
        if (++conditions > CONDITIONS) {
            throw new BadFilter(at, "tickets.filter.too_many", CONDITIONS);
        }
        boolean field = letters.fieldName().filter(name -> !lenient || Field.named(name).isPresent()).isPresent();
        return field ? holds() : says();
    }

    private Condition holds() {
        int at = letters.at();
        String name = letters.name();
        Field field = Field.named(name).orElseThrow(() -> new BadFilter(at, "tickets.filter.no_such_field", name, Nearest.field(name)));
        Operator operator = letters.operator();
        List<Value> values = new ArrayList<>();
        do {
            Value value = letters.value(field);
            field.type().check(operator, value);
            values.add(value);
            if (values.size() > CONDITIONS) {
                throw value.wrong("tickets.filter.too_many", CONDITIONS);
            }
        } while (letters.comma());
        return new Condition.Holds(field, operator, List.copyOf(values));
    }

    /** A number by itself is that ticket. */
    private Condition says() {
        int at = letters.at();
        boolean quoted = letters.quotes();
        String text = letters.word();
        boolean number = !quoted && (text.length() == 8 || text.startsWith("#")) && PublicNumber.read(text).isPresent();
        return number ? new Condition.Holds(Field.NUMBER, Operator.IS, List.of(new Value(text, at))) : new Condition.Says(text);
    }
}
