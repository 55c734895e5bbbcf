package whom.web;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import whom.access.Viewer;

record FixedEntry(Place place, int order, String label, String path, String icon, @Nullable String keys, Predicate<@Nullable Viewer> to) implements NavigationEntry {

    /** To whom entries of a place are shown unless they say otherwise. */
    static Predicate<@Nullable Viewer> usually(Place place) {
        return switch (place) {
            case PORTAL -> viewer -> true;
            case ACCOUNT -> viewer -> viewer != null;
            default -> Frame::works;
        };
    }

    @Override
    public boolean shownTo(@Nullable Viewer viewer) {
        return to.test(viewer);
    }
}
