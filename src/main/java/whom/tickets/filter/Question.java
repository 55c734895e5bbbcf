package whom.tickets.filter;

import java.util.List;
import java.util.stream.Collectors;

/** Conditions of words alone, as the database's full-text search is asked: {@code 'blue screen' & !'printer' & 'rest':*}. */
final class Question {

    private Question() {}

    static boolean isOfWords(Condition condition) {
        return switch (condition) {
            case Condition.Says says -> true;
            case Condition.Not(Condition of) -> isOfWords(of);
            case Condition.All(List<Condition> of) -> !of.isEmpty() && of.stream().allMatch(Question::isOfWords);
            case Condition.Any(List<Condition> of) -> of.stream().allMatch(Question::isOfWords);
            case Condition.Holds holds -> false;
        };
    }

    /** The last word may be the beginning of one. */
    static String of(Condition.All words) {
        Condition last = words.of().getLast();
        return words.of().stream().map(c -> c == last && c instanceof Condition.Says(String text) && text.length() > 1 && !text.contains(" ") ? quoted(text) + ":*" : of(c))
                .collect(Collectors.joining(" & "));
    }

    private static String of(Condition condition) {
        return switch (condition) {
            case Condition.Says(String text) -> quoted(text);
            case Condition.Not(Condition of) -> "!(" + of(of) + ")";
            case Condition.All(List<Condition> of) -> of.stream().map(c -> "(" + of(c) + ")").collect(Collectors.joining(" & "));
            case Condition.Any(List<Condition> of) -> of.stream().map(c -> "(" + of(c) + ")").collect(Collectors.joining(" | "));
            case Condition.Holds holds -> throw new IllegalArgumentException(holds + " asks nothing of words");
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
