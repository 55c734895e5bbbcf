package whom.facts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.kernel.Refused;

/**
 * One thing that a kind of fact says. {@code name} is that of the form field and of the API; {@code columns} are where it is
 * stored. What was typed becomes the columns' values, or is refused with the field's name.
 */
public sealed interface FactField {

    String name();

    List<String> columns();

    /** @throws Refused when it is missing or fits nothing */
    List<@Nullable Object> values(Typed typed, Finder finder);

    /** A person, unit, service or output, typed as key or as name. */
    record Reference(String name, String column, Referent to, boolean optional) implements FactField {

        public Reference(String name, String column, Referent to) {
            this(name, column, to, false);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public List<@Nullable Object> values(Typed typed, Finder finder) {
            String text = typed.text(name);
            if (text.isEmpty() && optional) {
                return Arrays.asList((Object) null);
            }
            return List.of(finder.id(name, to, text));
        }
    }

    /** A unit or a person: who pays, who governs. Typed as {@code name} for a unit, {@code namePerson} for a person. */
    record Either(String name, String unitColumn, String personColumn) implements FactField {

        public String person() {
            return name + "Person";
        }

        @Override
        public List<String> columns() {
            return List.of(unitColumn, personColumn);
        }

        @Override
        public List<@Nullable Object> values(Typed typed, Finder finder) {
            String unit = typed.text(name);
            String person = typed.text(person());
            if (unit.isEmpty() == person.isEmpty()) {
                throw new Refused(name, "facts.refused.either");
            }
            return unit.isEmpty() ? Arrays.asList(null, finder.id(person(), Referent.PERSON, person)) : Arrays.asList(finder.id(name, Referent.UNIT, unit), null);
        }
    }

    /** Whom a fact takes in: everybody, a unit with all below it, one person; where money is meant also a project's own members. */
    record Scope(boolean projects) implements FactField {

        @Override
        public String name() {
            return "scope";
        }

        public List<String> kinds() {
            return projects ? List.of("everybody", "unit", "person", "project") : List.of("everybody", "unit", "person");
        }

        @Override
        public List<String> columns() {
            return List.of("scope", "scope_unit_id", "scope_person_id");
        }

        @Override
        public List<@Nullable Object> values(Typed typed, Finder finder) {
            String kind = typed.text("scope");
            return switch (kinds().contains(kind) ? kind : "") {
                case "everybody" -> Arrays.asList(kind, null, null);
                case "person" -> Arrays.asList(kind, null, finder.id("scopeOf", Referent.PERSON, typed.text("scopeOf")));
                case "unit" -> Arrays.asList(kind, finder.id("scopeOf", Referent.UNIT, typed.text("scopeOf")), null);
                case "project" -> Arrays.asList(kind, finder.project("scopeOf", typed.text("scopeOf")), null);
                default -> throw new Refused("scope", "facts.refused.choice", String.join(", ", kinds()));
            };
        }
    }

    record Choice(String name, String column, List<String> options) implements FactField {

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public List<@Nullable Object> values(Typed typed, Finder finder) {
            String text = typed.text(name);
            if (!options.contains(text)) {
                throw new Refused(name, "facts.refused.choice", String.join(", ", options));
            }
            return List.of(text);
        }
    }

    /** A percentage: more than 0, at most 100, at most six digits after the point (D4). */
    record Share(String name, String column) implements FactField {

        private static final int DIGITS = 6;

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public List<@Nullable Object> values(Typed typed, Finder finder) {
            try {
                String text = typed.text(name).replace(',', '.').replace("%", "").strip();
                BigDecimal share = text.length() > 12 ? BigDecimal.ZERO : new BigDecimal(text);
                if (share.signum() > 0 && share.compareTo(BigDecimal.valueOf(100)) <= 0 && share.stripTrailingZeros().scale() <= DIGITS) {
                    return List.of(share);
                }
            } catch (NumberFormatException e) {
                // told below, like every other value that is no share
            }
            throw new Refused(name, "facts.refused.share");
        }
    }

    record Flag(String name, String column) implements FactField {

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public List<@Nullable Object> values(Typed typed, Finder finder) {
            return List.of(typed.text(name).equals("true"));
        }
    }

    record Words(String name, String column) implements FactField {

        private static final int LONGEST = 200;

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public List<@Nullable Object> values(Typed typed, Finder finder) {
            String text = typed.text(name);
            if (text.isEmpty() || text.length() > LONGEST) {
                throw new Refused(name, "facts.refused.words", LONGEST);
            }
            return List.of(text);
        }
    }

    /** Another fact, by its key: the brokerage upstream, the initiative of a member. */
    record FactKey(String name, String column, String table, boolean optional) implements FactField {

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public List<@Nullable Object> values(Typed typed, Finder finder) {
            String key = typed.text(name);
            if (key.isEmpty() && optional) {
                return Arrays.asList((Object) null);
            }
            return List.of(finder.factKey(name, table, key));
        }
    }
}
