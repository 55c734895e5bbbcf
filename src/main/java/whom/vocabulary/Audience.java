package whom.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who reads: people of the provider, or everybody else. */
public enum Audience {
    INSIDE,
    OUTSIDE;

    /** As addresses and columns write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Audience> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
