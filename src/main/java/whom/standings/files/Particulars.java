package whom.standings.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an organisation's file says besides its facts: no answer depends on it, but a service desk needs it. Providers by
 * service, addresses by person, who raised a ticket; outputs not meant, observations discovered, members on IT's side.
 */
public record Particulars(Map<String, String> providers, Map<String, List<String>> addresses, Map<String, String> raisedBy, Set<String> collateral,
                          Set<String> discovered, Set<Member> ofIt) {

    /** A member of an initiative. */
    public record Member(String initiative, String person) {}

    /** @throws BadFile when it is not of this form */
    public static Particulars read(Path file) {
        var read = new Particulars(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        JsonFile.lists(file, Set.of("services", "people", "tickets", "outputs", "observations", "initiatives"), read::take);
        return read;
    }

    private void take(String list, Entry e) {
        String id = e.text("id");
        switch (list) {
            case "services" -> providers.put(id, e.text("provider"));
            case "people" -> addresses.put(id, e.texts("emails"));
            case "tickets" -> e.optionalText("raisedBy").ifPresent(by -> raisedBy.put(id, by));
            case "outputs" -> addIf(e.value("meant").isPresent() && !e.flag("meant"), collateral, id);
            case "observations" -> addIf(e.optionalText("origin").filter("discovered"::equals).isPresent(), discovered, id);
            default -> e.list("members").forEach(m ->
                    addIf(m.optionalText("side").filter("it"::equals).isPresent(), ofIt, new Member(id, m.text("person"))));
        }
    }

    private static <T> void addIf(boolean condition, Set<T> to, T what) {
        if (condition) {
            to.add(what);
        }
    }
}
