package whom.web;

import org.jspecify.annotations.Nullable;

record FixedEntry(Place place, int order, String label, String path, String icon, @Nullable String keys) implements NavigationEntry {}
