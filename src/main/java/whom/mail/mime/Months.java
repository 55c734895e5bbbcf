package whom.mail.mime;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Month names of the languages in which mail programs have written dates, by their first letters. */
final class Months {

    private static final Map<String, Integer> BY_NAME = load();

    private Months() {}

    static Optional<Integer> number(String word) {
        String key = plain(word);
        for (int length = key.length(); length >= 3; length--) {
            Integer month = BY_NAME.get(key.substring(0, length));
            if (month != null) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Integer> load() {
        var names = new HashMap<String, Integer>();
        int month = 0;
        for (String line : Resources.lines(Months.class, "months.txt")) {
            month++;
            for (String name : line.split(" ")) {
                names.put(plain(name), month);
            }
        }
        return Map.copyOf(names);
    }

    /** Without case and accents. */
    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
