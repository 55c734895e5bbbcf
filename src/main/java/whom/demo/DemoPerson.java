package whom.demo;

import java.util.Locale;

/** Somebody of the demonstration. {@code unit} is the key of their main unit; {@code named}: somebody whom one can be. */
record DemoPerson(long id, String key, String name, String language, String unit, boolean named) {

    String address(String domain) {
        return key + "@" + domain;
    }

    /** Letters without marks, as addresses have them. */
    static String keyOf(String name) {
        String plain = java.text.Normalizer.normalize(name.replace("ß", "ss").replace("Ł", "L").replace("ł", "l"), java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
    }
}
