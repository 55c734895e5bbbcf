package whom.tickets.filter;

/** A small whole number, 1 being the most. */
record RankType(Column column, int last) implements Type {

    @Override
    public void check(Operator operator, Value value) {
        number(value);
    }

    @Override
    public Criterion criterion(Operator operator, Value value, Meaning meaning) {
        int n = number(value);
        return switch (operator) {
            case IS -> new Criterion.Ranked(column, n, n);
            case AT_MOST -> new Criterion.Ranked(column, 1, n);
            case AT_LEAST -> new Criterion.Ranked(column, n, last);
            case BELOW -> new Criterion.Ranked(column, 1, n - 1);
            case ABOVE -> new Criterion.Ranked(column, n + 1, last);
        };
    }

    private int number(Value value) {
        if (value.text().length() == 1 && value.text().charAt(0) >= '1' && value.text().charAt(0) <= '0' + last) {
            return value.text().charAt(0) - '0';
        }
        throw value.wrong("tickets.filter.not_a_rank", value.text(), last);
    }
}
