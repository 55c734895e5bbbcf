package whom.tickets.filter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter as it was read, before anybody asks. {@code toString} writes it so that it reads the same again. */
sealed interface Condition {

    Criterion criterion(Meaning meaning);

    Stream<Reference> references();

    record All(List<Condition> of) implements Condition {
        @Override
        public Criterion criterion(Meaning meaning) {
            return new Criterion.All(of.stream().map(c -> c.criterion(meaning)).toList());
        }

        @Override
        public Stream<Reference> references() {
            return of.stream().flatMap(Condition::references);
        }

        @Override
        public String toString() {
            return of.stream().map(c -> c instanceof Any ? "(" + c + ")" : c.toString()).collect(Collectors.joining(" "));
        }
    }

    record Any(List<Condition> of) implements Condition {
        @Override
        public Criterion criterion(Meaning meaning) {
            return new Criterion.Any(of.stream().map(c -> c.criterion(meaning)).toList());
        }

        @Override
        public Stream<Reference> references() {
            return of.stream().flatMap(Condition::references);
        }

        @Override
        public String toString() {
            return of.stream().map(Condition::toString).collect(Collectors.joining(" or "));
        }
    }

    record Not(Condition of) implements Condition {
        @Override
        public Criterion criterion(Meaning meaning) {
            return new Criterion.Not(of.criterion(meaning));
        }

        @Override
        public Stream<Reference> references() {
            return of.references();
        }

        @Override
        public String toString() {
            return of instanceof All || of instanceof Any || of instanceof Not ? "-(" + of + ")" : "-" + of;
        }
    }

    /** Several values: any of them. */
    record Holds(Field field, Operator operator, List<Value> values) implements Condition {
        @Override
        public Criterion criterion(Meaning meaning) {
            List<Criterion> each = values.stream().map(v -> field.type().criterion(operator, v, meaning)).toList();
            return each.size() == 1 ? each.getFirst() : Criterion.anyOf(each);
        }

        @Override
        public Stream<Reference> references() {
            return values.stream().flatMap(v -> field.type().reference(v).stream());
        }

        @Override
        public String toString() {
            return field.said() + operator.sign() + values.stream().map(v -> Quoted.value(v.text())).collect(Collectors.joining(","));
        }
    }

    record Says(String text) implements Condition {
        @Override
        public Criterion criterion(Meaning meaning) {
            return new Criterion.Says(Folded.of(text));
        }

        @Override
        public Stream<Reference> references() {
            return Stream.empty();
        }

        @Override
        public String toString() {
            return Quoted.word(text);
        }
    }
}
