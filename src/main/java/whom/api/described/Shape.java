package whom.api.described;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a value in JSON. */
sealed interface Shape {

    /** @param format as OpenAPI names it, or null */
    record Plain(String type, @Nullable String format) implements Shape {
        static final Plain TEXT = new Plain("string", null);
        static final Plain WHOLE = new Plain("integer", null);
    }

    record OneOf(List<String> words) implements Shape {}

    record Many(Shape each) implements Shape {}

    record Maybe(Shape shape) implements Shape {}

    /** By name, since it stands in several places. */
    record Named(String name) implements Shape {}

    record Members(List<Member> members) implements Shape {}

    record ByName(Shape each) implements Shape {}

    enum Anything implements Shape {
        ANYTHING
    }
}
