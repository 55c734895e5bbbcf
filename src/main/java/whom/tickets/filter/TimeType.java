package whom.tickets.filter;

import java.time.Instant;

/**
 * An instant, compared with a date, or with how far it is from now: for what is past its age ({@code opened<2h}, opened less than
 * two hours ago), for what is to come the time left ({@code due<2h}, due within two hours or overdue).
 */
record TimeType(Column column, boolean ahead) implements Type {

    @Override
    public void check(Operator operator, Value value) {
        if (When.read(value) instanceof When.Away && operator == Operator.IS) {
            throw value.wrong("tickets.filter.away_needs_comparison", value.text());
        }
        if (When.read(value) instanceof When.Known && operator != Operator.IS) {
            throw value.wrong("tickets.filter.only_is", operator.sign());
        }
    }

    @Override
    public Criterion criterion(Operator operator, Value value, Meaning meaning) {
        return switch (When.read(value)) {
            case When.Known(boolean any) -> any ? new Criterion.Not(new Criterion.Blank(column)) : new Criterion.Blank(column);
            case When.Away away -> distance(operator, ahead ? meaning.asking().now().plus(away.duration()) : meaning.asking().now().minus(away.duration()));
            case When.Span span -> span(operator, span.from(meaning.asking()), span.to(meaning.asking()));
        };
    }

    private Criterion distance(Operator operator, Instant there) {
        boolean nearer = operator == Operator.BELOW || operator == Operator.AT_MOST;
        return nearer == ahead ? before(there) : from(there);
    }

    private Criterion span(Operator operator, Instant from, Instant to) {
        return switch (operator) {
            case IS -> new Criterion.Within(column, from, to);
            case BELOW -> before(from);
            case AT_MOST -> before(to);
            case AT_LEAST -> from(from);
            case ABOVE -> from(to);
        };
    }

    private Criterion before(Instant instant) {
        return new Criterion.Within(column, Instant.MIN, instant);
    }

    private Criterion from(Instant instant) {
        return new Criterion.Within(column, instant, Instant.MAX);
    }
}
