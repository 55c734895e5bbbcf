package whom.vocabulary;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody probably meant by a placeholder that does not exist. */
final class NearestPlaceholder {

    private static final int FARTHEST = 2;
    private static final int LONGEST = 40;

    /** Words that people write for a fact out of habit. */
    private static final Map<String, Fact> HABITS = Map.ofEntries(
            Map.entry("enduser", Fact.USER), Map.entry("requester", Fact.USER), Map.entry("caller", Fact.USER), Map.entry("consumer", Fact.USER),
            Map.entry("benutzer", Fact.USER), Map.entry("nutzer", Fact.USER), Map.entry("anwender", Fact.USER), Map.entry("klient", Fact.USER),
            Map.entry("client", Fact.CUSTOMER), Map.entry("kunde", Fact.CUSTOMER), Map.entry("auftraggeber", Fact.CUSTOMER),
            Map.entry("payer", Fact.SPONSOR), Map.entry("zahler", Fact.SPONSOR), Map.entry("governor", Fact.OVERSEER),
            Map.entry("vermittler", Fact.BROKER), Map.entry("stakeholder", Fact.OBSERVER), Map.entry("beobachter", Fact.OBSERVER),
            Map.entry("any", Fact.ANY), Map.entry("anyone", Fact.ANY), Map.entry("helpdesk", Fact.DESK), Map.entry("servicedesk", Fact.DESK),
            Map.entry("case", Fact.TICKET), Map.entry("technician", Fact.AGENT), Map.entry("bearbeiter", Fact.AGENT));

    private NearestPlaceholder() {}

    static @Nullable String to(String inside, Set<String> others) {
        String phrase = inside.strip().toLowerCase(Locale.ROOT);
        if (phrase.isEmpty() || phrase.length() > LONGEST) {
            return null;
        }
        int space = phrase.lastIndexOf(' ');
        String article = space < 0 || phrase.startsWith("end ") ? "" : phrase.substring(0, space);
        String noun = phrase.startsWith("end ") ? "end" + phrase.substring(4) : phrase.substring(space + 1);
        String best = nearest(noun, others);
        if (best == null) {
            return null;
        }
        String whole = article.isEmpty() ? best : article + " " + best;
        return "{" + (Placeholder.parse(whole) == null ? best : whole) + "}";
    }

    private static @Nullable String nearest(String noun, Set<String> others) {
        Fact habit = HABITS.get(noun);
        if (habit != null) {
            return habit.placeholder();
        }
        Fact several = noun.endsWith("s") ? HABITS.get(noun.substring(0, noun.length() - 1)) : null;
        if (several != null) {
            return several.placeholders();
        }
        String best = null;
        int least = FARTHEST + 1;
        for (Fact fact : Fact.values()) {
            for (String each : new String[] {fact.placeholder(), fact.placeholders()}) {
                int far = distance(noun, each);
                if (far < least) {
                    least = far;
                    best = each;
                }
            }
        }
        for (String each : others) {
            int far = each.length() > LONGEST ? least : distance(noun, each.toLowerCase(Locale.ROOT));
            if (far < least) {
                least = far;
                best = each;
            }
        }
        return best;
    }

    /** Letters to change, add or take away. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }
}
