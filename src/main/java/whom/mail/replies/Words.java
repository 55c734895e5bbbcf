package whom.mail.replies;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whom.mail.mime.Resources;

/** The phrases of {@code languages.tsv} as patterns, longest first. */
final class Words {

    private static final List<String> ROWS = Resources.lines(Words.class, "languages.tsv");

    private Words() {}

    static List<String> of(String kind) {
        return ROWS.stream().map(r -> r.split("\t")).filter(c -> c[0].equals(kind)).flatMap(c -> Arrays.stream(c[2].split("\\|")))
                .map(w -> w.strip().toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty()).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    /** An alternation, bounded so that no phrase is found inside a longer word of a script that divides words. */
    static String anyOf(String... kinds) {
        return Arrays.stream(kinds).flatMap(k -> of(k).stream()).distinct().sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
