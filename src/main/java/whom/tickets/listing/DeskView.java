package whom.tickets.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whom.tickets.filter.Filter;

/** The views that every agent has: each a filter, an address and a key. */
public enum DeskView {
    MINE("is:open assignee:me", "inbox", "g i"),
    TEAM("is:open team:mine", "users", "g t"),
    UNASSIGNED("is:open team:mine assignee:none", "circle-dot", "g u"),
    DUE("is:open team:mine due<=today", "clock", "g d"),
    WAITING("is:waiting team:mine", "circle-pause", "g s"),
    OPEN("is:open", "list", null),
    DONE("is:done", "circle-check", null);

    private final Filter filter;
    private final String icon;
    private final @Nullable String keys;

    DeskView(String filter, String icon, @Nullable String keys) {
        this.filter = Filter.read(filter);
        this.icon = icon;
        this.keys = keys;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Filter filter() {
        return filter;
    }

    public String icon() {
        return icon;
    }

    public @Nullable String keys() {
        return keys;
    }

    /** What is done is not counted: nobody waits for it. */
    boolean isCounted() {
        return this != DONE;
    }

    static Optional<DeskView> of(String key) {
        return Arrays.stream(values()).filter(v -> v.key().equals(key)).findFirst();
    }
}
