package whom.vocabulary.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Written as dictionaries do: {@code der Klient, des Klienten, die Klienten; die Klientin, der Klientin, die Klientinnen}.
 * After the semicolon stands the form for women, where there is one. A fourth form ({@code ein Beteiligter}) says that the noun
 * declines as an adjective. Several nouns are joined by " / ": {@code der Klient, … / der Kunde, …} gives "der Klient oder der Kunde".
 */
record GermanTerm(String written, Gendering gendering, List<Pair> nouns) implements Term {

    record Pair(GermanNoun man, @Nullable GermanNoun woman) {}

    static GermanTerm of(String written, Gendering gendering) {
        List<Pair> nouns = new ArrayList<>();
        for (String part : written.strip().split("\\s+/\\s+")) {
            String[] sexes = part.split(";");
            if (sexes.length > 2) {
                throw new BadTerm("One semicolon at most, before the form for women: der Klient, des Klienten, die Klienten; die Klientin, der Klientin, die Klientinnen");
            }
            nouns.add(new Pair(noun(sexes[0]), sexes.length == 2 ? noun(sexes[1]) : null));
        }
        return new GermanTerm(written.strip(), gendering, List.copyOf(nouns));
    }

    private static GermanNoun noun(String part) {
        String[] forms = part.strip().split("\\s*,\\s*");
        if (forms.length < 3 || forms.length > 4 || forms[2].isBlank()) {
            throw new BadTerm("Write three forms, as a dictionary does: der Klient, des Klienten, die Klienten");
        }
        return GermanNoun.of(forms[0], forms[1], forms[2], forms.length == 4);
    }

    @Override
    public String form(Form form, @Nullable Deed deed) {
        List<String> deeds = deed == null ? List.of() : List.of(deed.one());
        List<String> phrases = new ArrayList<>();
        for (Pair noun : nouns) {
            phrases.add(phrase(noun, form, deeds));
        }
        return String.join(" oder ", phrases);
    }

    private String phrase(Pair noun, Form form, List<String> deeds) {
        List<String> man = noun.man.words(form, deeds);
        if (noun.woman == null || gendering == Gendering.MASCULINE) {
            return join(man);
        }
        List<String> woman = noun.woman.words(form, deeds);
        return switch (gendering) {
            case FEMININE -> join(woman);
            case PAIR -> form.plural() ? both(woman, man.getLast()) : join(woman) + " oder " + join(man);
            default -> colon(man, woman);
        };
    }

    private static String join(List<String> words) {
        return words.getFirst().isEmpty() ? String.join(" ", words.subList(1, words.size())) : String.join(" ", words);
    }

    /** Articles and adjectives of several are the same for all, so they stand once: die zahlenden Kundinnen und Kunden. */
    private static String both(List<String> women, String men) {
        return women.getLast().equals(men) ? join(women) : join(women) + " und " + men;
    }

    /** der:die zahlende Kund:in, eines:einer zahlenden Kund:in, Kund:innen. */
    private static String colon(List<String> man, List<String> woman) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < man.size() - 1; i++) {
            words.add(both(man.get(i), woman.get(i)));
        }
        words.add(noun(man.getLast(), woman.getLast()));
        return join(words);
    }

    private static String both(String man, String woman) {
        if (man.equals(woman)) {
            return man;
        }
        if (woman.startsWith(man)) {
            return man + ":" + woman.substring(man.length());
        }
        return man.startsWith(woman) ? woman + ":" + man.substring(woman.length()) : man + ":" + woman;
    }

    private static String noun(String man, String woman) {
        int in = Math.max(woman.lastIndexOf("innen"), woman.endsWith("in") ? woman.length() - 2 : -1);
        return in > 0 ? woman.substring(0, in) + ":" + woman.substring(in) : both(man, woman);
    }
}
