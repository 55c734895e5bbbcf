package whom.tickets.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was probably meant. */
final class Nearest {

    private Nearest() {}

    /** The nearest field, or all of them where none is near. */
    static String field(String typed) {
        String small = typed.toLowerCase(Locale.ROOT);
        return Arrays.stream(Field.values()).map(Field::said)
                .filter(f -> f.startsWith(small) || distance(f, small) <= 2)
                .min(Comparator.comparingInt(f -> distance(f, small)))
                .orElseGet(() -> Arrays.stream(Field.values()).map(Field::said).collect(Collectors.joining(", ")));
    }

    /** How many letters have to be put in, taken out or changed. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0]++;
            for (int j = 1; j <= b.length(); j++) {
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
