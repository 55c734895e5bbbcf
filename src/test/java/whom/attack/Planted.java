package whom.attack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something hidden, by what an address calls it.
 *
 * @param home   the addresses where this is the name of something
 * @param values by the variables of the address
 * @param nobody as long, and the name of nothing
 * @param known  to whom it may answer otherwise than what does not exist
 */
record Planted(Pattern home, Map<String, String> values, Map<String, String> nobody, Set<Long> known) {

    /** One variable, which addresses call so or so. */
    static List<Planted> of(List<String> variables, String home, String value, String nobody, Set<Long> known) {
        if (value.length() != nobody.length()) {
            throw new IllegalArgumentException(value + " is not as long as " + nobody);
        }
        return variables.stream().map(name -> new Planted(Pattern.compile(home), Map.of(name, value), Map.of(name, nobody), known)).toList();
    }

    boolean fits(Routes.Route route) {
        return route.variables().containsAll(values.keySet());
    }

    boolean isAtHome(Routes.Route route) {
        return fits(route) && home.matcher(route.pattern()).find();
    }
}
