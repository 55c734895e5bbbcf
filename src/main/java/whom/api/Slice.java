package whom.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is read by key and never by offset. As JSON {@code {"items": […], "next": "/api/v1/…?after=…"}};
 * the address of the next part stands in the Link header too.
 *
 * @param next the address of the next part, or null at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * @param found one more than was asked for, if there is more
     * @param key of an item, by which the next part goes on after it
     */
    public static <T> Slice<T> of(List<T> found, Asked asked, Function<T, String> key) {
        if (found.size() <= asked.limit()) {
            return new Slice<>(found, null);
        }
        List<T> items = found.subList(0, asked.limit());
        return new Slice<>(items, asked.after(key.apply(items.getLast())));
    }

    public <R> Slice<R> map(Function<T, R> each) {
        return new Slice<>(items.stream().map(each).toList(), next);
    }
}
