package whom.standings.files;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import whom.standings.facts.Party;
import whom.standings.facts.Scope;

/** The small values of facts: scopes, parties and shares. */
final class Values {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");

    private Values() {}

    static Scope scope(Entry e) {
        return scope(e.object("scope"), "everybody", "unit", "person");
    }

    /** Only money follows projects. */
    static Scope scopeOrProject(Entry e) {
        return scope(e.object("scope"), "everybody", "unit", "person", "project");
    }

    private static Scope scope(Entry scope, String... kinds) {
        String kind = only(scope, kinds);
        if (kind.equals("everybody") && !scope.flag(kind)) {
            throw scope.bad(kind, "is true or not there");
        }
        return switch (kind) {
            case "unit" -> new Scope.OfUnit(scope.text(kind));
            case "person" -> new Scope.OfPerson(scope.text(kind));
            case "project" -> new Scope.OfProject(scope.text(kind));
            default -> Scope.EVERYBODY;
        };
    }

    static Party party(Entry e, String key) {
        Entry party = e.object(key);
        return only(party, "unit", "person").equals("unit")
                ? new Party.OfUnit(party.text("unit"))
                : new Party.OfPerson(party.text("person"));
    }

    private static String only(Entry e, String... kinds) {
        List<String> given = Stream.of(kinds).filter(kind -> e.value(kind).isPresent()).toList();
        if (given.size() != 1) {
            throw e.bad("names one of " + String.join(", ", kinds) + ", not " + (given.isEmpty() ? "none" : String.join(" and ", given)));
        }
        return given.getFirst();
    }

    /** Exact decimals all the way: never a floating-point number. */
    static BigDecimal share(Entry e) {
        JsonNode value = e.value("share").orElseThrow(() -> e.bad("share", "is missing"));
        String text = value.isString() ? value.stringValue() : value.isNumber() ? value.decimalValue().toPlainString() : "";
        if (!DECIMAL.matcher(text).matches()) {
            throw e.bad("share", "is not a percentage, such as 60 or \"33.33\": " + value);
        }
        var share = new BigDecimal(text);
        if (share.signum() == 0 || share.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw e.bad("share", "is not more than 0 and at most 100: " + text);
        }
        return share;
    }
}
