package whom.mail.mime;

import java.util.List;
import java.util.Optional;

/** The fields of one header in their order. Values are kept raw, one byte a character; the methods decode them. */
public record Headers(List<Field> fields) {

    public static final Headers NONE = new Headers(List.of());

    /** A value may still be folded over lines. */
    public record Field(String name, String raw) {

        boolean is(String wanted) {
            return name.equalsIgnoreCase(wanted);
        }
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(f -> f.is(name));
    }

    /** The first field of this name that says anything: unfolded, one byte a character. */
    public Optional<String> raw(String name) {
        return all(name).stream().filter(v -> !v.isEmpty()).findFirst();
    }

    public List<String> all(String name) {
        return fields.stream().filter(f -> f.is(name)).map(f -> unfold(f.raw())).toList();
    }

    /** As people read it: unfolded, in Unicode, with the encoded words decoded. Empty where there is none. */
    public String text(String name) {
        return raw(name).map(HeaderWords::decode).orElse("");
    }

    private static String unfold(String raw) {
        return raw.replace("\r", "").replace("\n", "").strip();
    }
}
