package whom.facts;

import java.util.List;

/**
 * A kind of dated facts. {@code key} stands in addresses and in the API ("fundings"); {@code table} has the tail that every
 * table of facts has; {@code checks} look at the whole after a change, inside its transaction, and refuse it.
 */
public record FactKind(String key, String table, List<FactField> fields, List<Check> checks) {

    public FactKind(String key, String table, FactField... fields) {
        this(key, table, List.of(fields), List.of());
    }

    public FactKind checkedBy(Check... checks) {
        return new FactKind(key, table, fields, List.of(checks));
    }

    /** For several that belong together: each is stored as it is, and the whole is checked after the last. */
    public FactKind unchecked() {
        return new FactKind(key, table, fields, List.of());
    }

    List<String> columns() {
        return fields.stream().flatMap(field -> field.columns().stream()).toList();
    }

    /** The column by which facts about such a thing are found, if this kind has one. */
    List<String> columnsOf(Referent to) {
        return fields.stream().flatMap(field -> switch (field) {
            case FactField.Reference reference when reference.to() == to -> List.of(reference.column()).stream();
            case FactField.Either either when to == Referent.UNIT -> List.of(either.unitColumn()).stream();
            case FactField.Either either when to == Referent.PERSON -> List.of(either.personColumn()).stream();
            case FactField.Scope _ when to == Referent.UNIT -> List.of("scope_unit_id").stream();
            case FactField.Scope _ when to == Referent.PERSON -> List.of("scope_person_id").stream();
            default -> List.<String>of().stream();
        }).toList();
    }

    /** What must hold of the facts together. */
    @FunctionalInterface
    public interface Check {

        /**
         * Looks at what was just stored, by its key.
         *
         * @throws whom.kernel.Refused when it does not fit to the others; nothing is changed then
         */
        void hold(FactKind kind, String key);
    }

    /** A module hands in its kinds as a bean of this type. */
    public record Kinds(List<FactKind> all) {}
}
