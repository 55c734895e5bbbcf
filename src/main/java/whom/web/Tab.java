package whom.web;

import org.jspecify.annotations.Nullable;

public record Tab(String label, String path, @Nullable Integer count) {
    public Tab(String label, String path) {
        this(label, path, null);
    }
}
