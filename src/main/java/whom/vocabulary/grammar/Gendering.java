package whom.vocabulary.grammar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How German names people whose sex it does not know. The house chooses, per audience. */
public enum Gendering {
    /** "der Kunde": short, for lists and for professionals. */
    MASCULINE,
    /** "die Kundin". */
    FEMININE,
    /** "die Kundin oder der Kunde", "Kundinnen und Kunden": what the official spelling offers. */
    PAIR,
    /** "der:die Kund:in", "Kund:innen". */
    COLON;

    /** As stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Gendering> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
