package whom.web;

/** The two letters, and one of six grounds, by which a face that is not shown is known again. */
public final class Initials {

    private Initials() {}

    public static String of(String name) {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    public static int hue(String name) {
        return Math.floorMod(name.hashCode(), 6);
    }

    private static String letter(String word) {
        return word.isEmpty() ? "?" : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT);
    }
}
