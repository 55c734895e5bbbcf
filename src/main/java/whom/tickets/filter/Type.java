package whom.tickets.filter;

import java.util.Optional;

/** What values a field takes, and what they ask for. */
interface Type {

    /** @throws BadFilter when the value cannot be, saying what could */
    void check(Operator operator, Value value);

    Criterion criterion(Operator operator, Value value, Meaning meaning);

    default Optional<Reference> reference(Value value) {
        return Optional.empty();
    }

    /** For fields that compare nothing. */
    static void onlyIs(Operator operator, Value value) {
        if (operator != Operator.IS) {
            throw value.wrong("tickets.filter.only_is", operator.sign());
        }
    }
}
