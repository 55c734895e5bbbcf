package whom.web;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import whom.access.Viewer;

/** A place that a module offers in the frame of every page. Declare it as a bean; {@link #of} serves for most. */
public interface NavigationEntry {

    /** Where in the frame it is shown. SEARCH and NEW are taken by the first entry that claims them. */
    enum Place { WORK, PLACES, STEERING, SETTINGS, ACCOUNT, PORTAL, SEARCH, NEW }

    Place place();

    /** The key of its words; for SEARCH they are the placeholder. */
    String label();

    String path();

    default String icon() {
        return "chevron-right";
    }

    /** Smaller stands first. */
    default int order() {
        return 100;
    }

    /** The shortcut that opens it, such as "g s", or none. */
    default @Nullable String keys() {
        return null;
    }

    /** Whether choosing it changes something, as signing out does: it becomes a form with a button. */
    default boolean posts() {
        return false;
    }

    /** @param viewer null for a stranger */
    default boolean shownTo(@Nullable Viewer viewer) {
        return FixedEntry.usually(place()).test(viewer);
    }

    static NavigationEntry of(Place place, int order, String label, String path, String icon, @Nullable String keys) {
        return new FixedEntry(place, order, label, path, icon, keys, FixedEntry.usually(place));
    }

    /** Only for those of whom {@code to} is true; never for strangers. */
    static NavigationEntry only(Place place, int order, String label, String path, String icon, Predicate<Viewer> to) {
        return new FixedEntry(place, order, label, path, icon, null, viewer -> viewer != null && to.test(viewer));
    }
}
