package whom.tickets.filter;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A filter that could be read. {@code toString} is its plain form, which saved views and addresses keep. */
public final class Filter {

    /** Everything. */
    public static final Filter ALL = new Filter(new Condition.All(List.of()));

    private final Condition condition;
    private final String text;

    private Filter(Condition condition) {
        this.condition = condition;
        this.text = condition.toString();
    }

    /** @throws BadFilter saying where it went wrong and what would be right */
    public static Filter read(String text) {
        return new Filter(new FilterReader(text, false).read());
    }

    /** For a search box: what names no field is text. @throws BadFilter for what remains */
    public static Filter readAsSearch(String text) {
        return new Filter(new FilterReader(text, true).read());
    }

    /** What has to be looked up before it means something. */
    public Set<Reference> references() {
        return condition.references().collect(Collectors.toSet());
    }

    /** @throws BadFilter when something named is not there, or may not be seen */
    public Criterion meaning(Meaning meaning) {
        return condition.criterion(meaning);
    }

    /** Both must hold. */
    public Filter and(Filter other) {
        return condition.equals(ALL.condition) ? other : other.condition.equals(ALL.condition) ? this : new Filter(new Condition.All(List.of(condition, other.condition)));
    }

    /** Whether only open tickets can pass, so that their promises order the list. */
    public boolean onlyOpen() {
        return open(condition);
    }

    /** The words without a field that all must hold, for searching in what was said; empty where there are none. */
    public List<String> words() {
        return parts().stream().filter(Condition.Says.class::isInstance).map(c -> ((Condition.Says) c).text()).toList();
    }

    /** What is asked of the words that were said, as the database's to_tsquery takes it; empty where nothing is. */
    public String question() {
        List<Condition> said = parts().stream().filter(Question::isOfWords).toList();
        return said.isEmpty() ? "" : Question.of(new Condition.All(said));
    }

    /** The same without what {@link #question} asks. */
    public Filter withoutQuestion() {
        return new Filter(new Condition.All(parts().stream().filter(c -> !Question.isOfWords(c)).toList()));
    }

    public boolean isAll() {
        return parts().isEmpty();
    }

    private List<Condition> parts() {
        return condition instanceof Condition.All(List<Condition> of) ? of : List.of(condition);
    }

    private static boolean open(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> of.stream().anyMatch(Filter::open);
            case Condition.Any(var of) -> of.stream().allMatch(Filter::open);
            case Condition.Holds(Field field, Operator operator, var values) -> switch (field) {
                case IS -> values.stream().allMatch(v -> Set.of("open", "new", "waiting", "overdue").contains(v.small()));
                case STATE -> values.stream().noneMatch(v -> v.is("solved") || v.is("closed"));
                default -> false;
            };
            case Condition.Not not -> false;
            case Condition.Says says -> false;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Filter filter && filter.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
