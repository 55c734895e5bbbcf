package whom.tickets.listing;

import org.jspecify.annotations.Nullable;

/** A view in the left column. {@code count} is null where nothing is counted. */
public record ViewLink(String key, String label, String icon, @Nullable String keys, @Nullable Integer count, boolean current, boolean shared) {}
