package whom.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table of {@code charsets.tsv}; labels that it lacks are asked of the JDK. */
final class CharsetLabels {

    private static final Map<String, Charset> TABLE = load();

    private CharsetLabels() {}

    static Optional<Charset> resolve(String label) {
        String key = label.strip().toLowerCase(Locale.ROOT);
        Charset known = TABLE.get(key);
        return known != null ? Optional.of(known) : fromPlatform(key);
    }

    private static Optional<Charset> fromPlatform(String name) {
        try {
            return name.matches("[\\w.:+-]{2,40}") && Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Charset> load() {
        var table = new HashMap<String, Charset>();
        for (String line : Resources.lines(CharsetLabels.class, "charsets.tsv")) {
            String[] columns = line.split("\t");
            if (Charset.isSupported(columns[0])) {
                for (String label : columns[1].split(" ")) {
                    table.put(label, Charset.forName(columns[0]));
                }
            }
        }
        return Map.copyOf(table);
    }
}
