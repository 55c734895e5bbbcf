package whom.tickets.filter;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whom.kernel.Sql;

/** A filter with its meaning: SQL, and the same as a judge in memory. {@code FilterAgreementTest} holds the two together. */
public sealed interface Criterion {

    boolean judge(Judged ticket);

    Sql sql(Tables tables);

    /** Whether the table of sight alone can answer it. */
    boolean sighted();

    /** Whether it names so few tickets that they are best looked up. */
    default boolean isNarrow() {
        return false;
    }

    /** Where only tickets that certain teams hold can pass, those teams; else null. */
    default @Nullable Set<Long> teams() {
        return null;
    }

    record All(List<Criterion> of) implements Criterion {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public boolean judge(Judged ticket) {
            return of.stream().allMatch(c -> c.judge(ticket));
        }

        @Override
        public Sql sql(Tables tables) {
            return Sql.all(of.stream().map(c -> c.sql(tables)).toList());
        }

        @Override
        public boolean sighted() {
            return of.stream().allMatch(Criterion::sighted);
        }

        @Override
        public boolean isNarrow() {
            return of.stream().anyMatch(Criterion::isNarrow);
        }

        @Override
        public @Nullable Set<Long> teams() {
            return of.stream().map(Criterion::teams).filter(Objects::nonNull).findFirst().orElse(null);
        }
    }

    record Any(List<Criterion> of) implements Criterion {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public boolean judge(Judged ticket) {
            return of.stream().anyMatch(c -> c.judge(ticket));
        }

        @Override
        public Sql sql(Tables tables) {
            return Sql.join(" or ", of.stream().map(c -> bracketed("", c.sql(tables))).toList());
        }

        @Override
        public boolean sighted() {
            return of.stream().allMatch(Criterion::sighted);
        }
    }

    record Not(Criterion of) implements Criterion {
        @Override
        public boolean judge(Judged ticket) {
            return !of.judge(ticket);
        }

        @Override
        public Sql sql(Tables tables) {
            return bracketed("not ", of.sql(tables));
        }

        @Override
        public boolean sighted() {
            return of.sighted();
        }
    }

    /** One of these ids or words. */
    record Among(Column column, List<?> values) implements Criterion {
        public Among {
            values = List.copyOf(values);
        }

        @Override
        public boolean judge(Judged ticket) {
            Object value = column.of(ticket);
            return value != null && values.contains(value);
        }

        @Override
        public Sql sql(Tables tables) {
            return values.size() == 1
                    ? Sql.of(column.in(tables) + " = ?" + column.known(tables), values.getFirst())
                    : Sql.of(column.in(tables) + " = any (?)" + column.known(tables), values);
        }

        @Override
        public boolean sighted() {
            return column.sighted();
        }

        @Override
        public boolean isNarrow() {
            return column.isNarrow();
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable Set<Long> teams() {
            return column == Column.TEAM ? Set.copyOf((List<Long>) values) : null;
        }
    }

    /** From the one to the other, both included. */
    record Ranked(Column column, int from, int to) implements Criterion {
        @Override
        public boolean judge(Judged ticket) {
            int value = (int) Objects.requireNonNull(column.of(ticket));
            return from <= value && value <= to;
        }

        @Override
        public Sql sql(Tables tables) {
            return Sql.of(column.in(tables) + " between ? and ?", from, to);
        }

        @Override
        public boolean sighted() {
            return column.sighted();
        }
    }

    /** From the first instant, before the second; what has no instant is in no span. */
    record Within(Column column, Instant from, Instant to) implements Criterion {
        @Override
        public boolean judge(Judged ticket) {
            return column.of(ticket) instanceof Instant at && !at.isBefore(from) && at.isBefore(to);
        }

        @Override
        public Sql sql(Tables tables) {
            return Sql.of(column.in(tables) + " >= ? and " + column.in(tables) + " < ?" + column.known(tables), from, to);
        }

        @Override
        public boolean sighted() {
            return column.sighted();
        }

        @Override
        public boolean isNarrow() {
            return column == Column.OPENED && !from.equals(Instant.MIN) && !to.equals(Instant.MAX);
        }
    }

    /** Has nothing there; a promise that was never made is at the end of time. */
    record Blank(Column column) implements Criterion {
        @Override
        public boolean judge(Judged ticket) {
            Object value = column.of(ticket);
            return value == null || value.equals(Instant.MAX);
        }

        @Override
        public Sql sql(Tables tables) {
            return Sql.of(column.in(tables) + (column == Column.DUE ? " = 'infinity'" : " is null"));
        }

        @Override
        public boolean sighted() {
            return column.sighted();
        }
    }

    /** The subject has these words somewhere, whatever the case of their letters. */
    record Says(String folded) implements Criterion {
        @Override
        public boolean judge(Judged ticket) {
            return Folded.of(ticket.subject()).contains(folded);
        }

        @Override
        public Sql sql(Tables tables) {
            return Sql.of("strpos(lower(t.subject), ?) > 0", folded);
        }

        @Override
        public boolean sighted() {
            return false;
        }
    }

    /** Found elsewhere, as by search; asked of the database alone. */
    record These(List<Long> ids) implements Criterion {
        public These {
            ids = List.copyOf(ids);
        }

        @Override
        public boolean judge(Judged ticket) {
            throw new UnsupportedOperationException("a ticket in memory has no id");
        }

        @Override
        public Sql sql(Tables tables) {
            return Sql.of("t.id = any (?)", ids);
        }

        @Override
        public boolean sighted() {
            return false;
        }

        @Override
        public boolean isNarrow() {
            return true;
        }
    }

    /** Any of these; values of one column go into one test, which an index serves. */
    static Criterion anyOf(List<Criterion> of) {
        boolean oneColumn = of.getFirst() instanceof Among first && of.stream().allMatch(c -> c instanceof Among among && among.column == first.column);
        return oneColumn ? new Among(((Among) of.getFirst()).column, of.stream().flatMap(c -> ((Among) c).values.stream()).toList()) : new Any(of);
    }

    private static Sql bracketed(String before, Sql sql) {
        return new Sql(before + "(" + sql.text() + ")", sql.parameters());
    }
}
