package whom.standings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import whom.standings.facts.Party;
import whom.standings.facts.Period;
import whom.standings.facts.Scope;

/** One row of a slice, of the type {@code standings.piece}; what the letters hold depends on the kind. */
record Piece(String kind, String key, @Nullable String a, @Nullable String b, @Nullable String c, @Nullable String d, @Nullable String e,
             @Nullable BigDecimal n, @Nullable LocalDate from, @Nullable LocalDate to) {

    Period period() {
        return new Period(Objects.requireNonNull(from), to);
    }

    String first() {
        return Objects.requireNonNull(a);
    }

    String second() {
        return Objects.requireNonNull(b);
    }

    String third() {
        return Objects.requireNonNull(c);
    }

    String fourth() {
        return Objects.requireNonNull(d);
    }

    Scope scope() {
        return switch (second()) {
            case "unit" -> new Scope.OfUnit(third());
            case "project" -> new Scope.OfProject(third());
            case "person" -> new Scope.OfPerson(third());
            default -> Scope.EVERYBODY;
        };
    }

    /** "u" and a unit's key, or "p" and a person's. */
    Party party() {
        String key = fourth().substring(1);
        return fourth().charAt(0) == 'u' ? new Party.OfUnit(key) : new Party.OfPerson(key);
    }
}
