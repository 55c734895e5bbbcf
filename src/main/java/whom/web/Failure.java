package whom.web;

import org.jspecify.annotations.Nullable;

/** What went wrong, as it may be told outside. The reference, on our own faults only, finds the whole story in the logs. */
public record Failure(int status, @Nullable String reference) {

    private static final java.util.Set<Integer> WORDED = java.util.Set.of(400, 403, 404, 405, 409, 413, 422, 429, 500);

    /** The key of its title. */
    public String title() {
        return "web.failure." + worded() + ".title";
    }

    /** The key of what to do about it. */
    public String text() {
        return "web.failure." + worded() + ".text";
    }

    private int worded() {
        return WORDED.contains(status) ? status : status >= 500 ? 500 : 400;
    }
}
