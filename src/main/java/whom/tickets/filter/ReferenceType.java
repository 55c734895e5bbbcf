package whom.tickets.filter;

import java.util.List;
import java.util.Optional;
import whom.tickets.filter.Reference.Kind;

/** Something named; with {@code none}, {@code any}, and {@code me} or {@code mine} where that can be. */
record ReferenceType(Column column, Kind kind, boolean always) implements Type {

    @Override
    public void check(Operator operator, Value value) {
        Type.onlyIs(operator, value);
    }

    @Override
    public Criterion criterion(Operator operator, Value value, Meaning meaning) {
        if (!always && value.is("none")) {
            return new Criterion.Blank(column);
        }
        if (!always && value.is("any")) {
            return new Criterion.Not(new Criterion.Blank(column));
        }
        return new Criterion.Among(column, me(value) ? List.of(meaning.asking().me()) : mine(value) ? meaning.asking().myTeams() : meaning.ids(kind, value));
    }

    @Override
    public Optional<Reference> reference(Value value) {
        boolean word = me(value) || mine(value) || !always && (value.is("none") || value.is("any"));
        return word ? Optional.empty() : Optional.of(new Reference(kind, value.text()));
    }

    private boolean me(Value value) {
        return kind == Kind.PERSON && value.is("me");
    }

    private boolean mine(Value value) {
        return kind == Kind.TEAM && value.is("mine");
    }
}
