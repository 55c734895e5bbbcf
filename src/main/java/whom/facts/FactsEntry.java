package whom.facts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.access.Role;
import whom.access.Viewer;
import whom.web.NavigationEntry;

/** The facts are shown to those who keep them. */
@Component
class FactsEntry implements NavigationEntry {

    @Override
    public Place place() {
        return Place.SETTINGS;
    }

    @Override
    public String label() {
        return "facts.title";
    }

    @Override
    public String path() {
        return "/facts";
    }

    @Override
    public String icon() {
        return "book-open";
    }

    @Override
    public boolean shownTo(@Nullable Viewer viewer) {
        return viewer != null && (viewer.has(Role.KEEPER_OF_FACTS) || viewer.has(Role.ADMINISTRATOR));
    }
}
