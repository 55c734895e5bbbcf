package whom.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Keys that people can say: made from a name, as an address needs them. */
public final class Keys {

    private static final int LONGEST = 40;

    private Keys() {}

    /** "Service desk" becomes service-desk; a name without any Latin letter or digit takes {@code otherwise}. */
    public static String of(String name, String otherwise) {
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String key = plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-$", "") : plain;
        return key.isEmpty() ? otherwise : key;
    }

    /** The same with a number after it if it is taken. */
    public static String free(String name, String otherwise, Predicate<String> taken) {
        String key = of(name, otherwise);
        String free = key;
        for (int n = 2; taken.test(free); n++) {
            free = key + "-" + n;
        }
        return free;
    }
}
