package whom.standings;

import java.util.Map;

/**
 * What units, services, people and outputs are called, for a reader. What the reader may not see goes by no name, and by no
 * key either (D8): {@code unseen} says so in words.
 */
record Named(Map<String, String> units, Map<String, String> services, Map<String, String> people, Map<String, String> outputs, Unseen unseen) {

    record Unseen(String unit, String service, String person) {}

    String unit(String key) {
        return units.getOrDefault(key, unseen.unit());
    }

    String service(String key) {
        return services.getOrDefault(key, unseen.service());
    }

    String person(String key) {
        return people.getOrDefault(key, unseen.person());
    }

    String output(String key) {
        return outputs.getOrDefault(key, unseen.service());
    }
}
