package whom.people;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.access.Viewer;
import whom.web.NavigationEntry;

/** Roles are given by administrators. */
@Component
class RolesEntry implements NavigationEntry {

    @Override
    public Place place() {
        return Place.SETTINGS;
    }

    @Override
    public String label() {
        return "people.accounts.title";
    }

    @Override
    public String path() {
        return "/accounts";
    }

    @Override
    public String icon() {
        return "shield";
    }

    @Override
    public boolean shownTo(@Nullable Viewer viewer) {
        return viewer != null && Administering.may(viewer);
    }
}
