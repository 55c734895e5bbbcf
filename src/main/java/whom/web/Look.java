package whom.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whom.access.Viewer;

/**
 * How this browser's owner wants pages to look, kept in a cookie of its own, since it belongs to the screen rather
 * than to the account. Null is what the system or Whom would choose.
 */
public record Look(@Nullable String theme, @Nullable String density, @Nullable String keys, @Nullable String language) {

    static final String COOKIE = "look";
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final Set<String> DENSITIES = Set.of("compact", "roomy");
    private static final Set<String> LANGUAGES = Set.of("en", "de");

    public Look {
        theme = listed(theme, THEMES);
        density = listed(density, DENSITIES);
        keys = listed(keys, Set.of("off"));
        language = listed(language, LANGUAGES);
    }

    static Look of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return parse(cookies == null ? "" : Arrays.stream(cookies).filter(c -> c.getName().equals(COOKIE))
                .map(Cookie::getValue).findFirst().orElse(""));
    }

    /** What this browser chose, else what the account did. */
    Look or(@Nullable Viewer viewer) {
        if (viewer == null) {
            return this;
        }
        return new Look(theme == null ? viewer.theme() : theme, density == null ? viewer.density() : density,
                keys == null && !viewer.singleKeys() ? "off" : keys, language == null ? viewer.language() : language);
    }

    /** The cookie's value is four words with dots between them, "-" for one not chosen. */
    static Look parse(String value) {
        String[] words = Arrays.copyOf(value.split("\\."), 4);
        return new Look(words[0], words[1], words[2], words[3]);
    }

    String cookie() {
        return String.join(".", word(theme), word(density), word(keys), word(language));
    }

    private static String word(@Nullable String chosen) {
        return chosen == null ? "-" : chosen;
    }

    private static @Nullable String listed(@Nullable String word, Set<String> allowed) {
        return word != null && allowed.contains(word) ? word : null;
    }
}
