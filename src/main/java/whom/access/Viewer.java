package whom.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, with what the page needs of them. {@code inside}: of the provider, so hears the inside vocabulary (V1);
 * {@code agent}: in a team. {@code name} is what they chose to be called.
 */
public record Viewer(long id, String key, boolean person, String name, String language, String timeZone, @Nullable String theme, @Nullable String density,
                     boolean singleKeys, boolean inside, boolean agent, Set<Role> roles, Set<String> scopes, long session) {

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }

    public Actor.Account actor() {
        return new Actor.Account(id, may("conversations:read"));
    }
}
