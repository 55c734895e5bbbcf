package whom.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which scope a request needs, by its first word and whether it changes something (P11). Asked once for every request, so that
 * no controller can forget it; a session has every scope. A change that is not named needs the scope to write.
 */
public final class TokenScopes {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FACTS = Set.of("facts", "standings", "shares", "who", "whom", "me");
    private static final Set<String> ADMINISTRATION = Set.of("people", "units", "teams", "services", "offerings", "outputs", "accounts", "vocabulary", "vocabularies", "calendars", "agreements", "mail", "files");
    private static final String DELIVERY = "/api/v1/mail";
    /** Without the scope to read conversations there are none of these. */
    private static final Set<String> CONVERSATIONS = Set.of("tickets", "search", "messages", "sides", "let-ins", "seal-breaks");
    /** One's own sessions and tokens, the password and the look of pages: not for programs at all. */
    private static final Set<String> SESSION_ONLY = Set.of("account", "appearance");

    private TokenScopes() {}

    /** @param path decoded, as controllers are found by it: an address written otherwise is the same address */
    static boolean allow(Viewer viewer, String method, String path) {
        String word = word(path);
        if (viewer.session() == 0 && SESSION_ONLY.contains(word)) {
            return false;
        }
        return needed(method, path, word).map(viewer::may).orElse(true);
    }

    /** What a token needs here, as it is told to those who write programs. */
    public static List<String> named(String method, String path) {
        List<String> scopes = new ArrayList<>(needed(method, path, word(path)).stream().toList());
        if (CONVERSATIONS.contains(word(path))) {
            scopes.addFirst("conversations:read");
        }
        return List.copyOf(scopes);
    }

    private static Optional<String> needed(String method, String path, String word) {
        boolean reads = READING.contains(method);
        if (FACTS.contains(word)) {
            return Optional.of(reads ? "facts:read" : "facts:write");
        }
        if (reads || word.equals("error")) {
            return Optional.empty();
        }
        // who may bring letters may not set mail up
        if (String.join("/", path.split("/+")).equals(DELIVERY)) {
            return Optional.of("mail:deliver");
        }
        return Optional.of(ADMINISTRATION.contains(word) ? "administration" : "tickets:write");
    }

    /** The first word of a page's address, or of the API's behind its version. */
    private static String word(String path) {
        List<String> words = List.of(path.split("/+"));
        int at = words.size() > 3 && words.get(1).equals("api") ? 3 : 1;
        return words.size() > at ? words.get(at) : "";
    }
}
