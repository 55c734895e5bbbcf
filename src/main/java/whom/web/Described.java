package whom.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of aria-describedby: whichever of hint and error a field has. */
public final class Described {

    private Described() {}

    public static @Nullable String by(String id, @Nullable String hint, @Nullable String error) {
        String ids = Stream.of(hint == null ? "" : id + "-hint", error == null ? "" : id + "-error")
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
