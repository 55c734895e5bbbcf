package whom.vocabulary.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import whom.vocabulary.Audience;
import whom.vocabulary.Fact;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Vocabulary;
import whom.vocabulary.Words;
import whom.vocabulary.grammar.BadTerm;
import whom.vocabulary.grammar.Gendering;

/** Makes the page of a vocabulary, with what is being typed into it. */
record TermsPages(Vocabularies vocabularies, Audience audience, Language language, Locale reader) {

    private static final int SENTENCES = 6;

    /** @param edition 0 for one that comes with the product */
    TermsPage page(Vocabulary vocabulary, int edition, Map<Fact, String> typed, Gendering naming) {
        List<TermsPage.Row> rows = Arrays.stream(Fact.values())
                .map(fact -> new TermsPage.Row(fact.key(), typed.getOrDefault(fact, vocabulary.written(audience, language, fact)))).toList();
        return new TermsPage(vocabulary.key(), vocabulary.name(reader), edition > 0,
                Arrays.stream(Language.values()).map(each -> vocabulary.name(each.locale())).toList(), edition,
                audience.key(), language.tag(), language.namesPeople() ? naming.key() : "", rows, preview(vocabulary, typed, naming));
    }

    TermsPage.Preview preview(Vocabulary vocabulary, Map<Fact, String> typed, Gendering naming) {
        Map<Fact, String> readable = new EnumMap<>(Fact.class);
        List<String> unreadable = new ArrayList<>();
        typed.forEach((fact, written) -> {
            if (canBeRead(written)) {
                readable.put(fact, written);
            } else {
                unreadable.add(fact.key());
            }
        });
        Vocabulary draft = vocabulary.with(audience, language, readable, naming);
        Words words = vocabularies.preview(draft, audience, language.locale());
        return new TermsPage.Preview(sentences(words), forms(words), unreadable, audience == Audience.INSIDE ? shared(draft) : List.of());
    }

    private boolean canBeRead(String written) {
        try {
            language.check(written);
            return true;
        } catch (BadTerm e) {
            return false;
        }
    }

    private static List<String> sentences(Words words) {
        return IntStream.rangeClosed(1, SENTENCES).mapToObj(n -> words.say("vocabulary.preview." + n, 3)).toList();
    }

    private List<TermsPage.Row> forms(Words words) {
        String form = language == Language.DE ? "{ein %1$s} · {des %1$s} · {dem %1$s} · {den %1$s} · {die %2$s} · {den %2$s}" : "{a %1$s} · {the %1$s's} · {the %2$s} · {no %1$s}";
        return Arrays.stream(Fact.values())
                .map(fact -> new TermsPage.Row(fact.key(), words.fill(form.formatted(fact.placeholder(), fact.placeholders()), Map.of()))).toList();
    }

    private List<String> shared(Vocabulary draft) {
        return draft.sharedInside().stream().filter(each -> each.language() == language).findFirst()
                .map(each -> List.of(each.one().key(), each.other().key(), each.word())).orElse(List.of());
    }

    Gendering naming(Vocabulary vocabulary) {
        return Objects.requireNonNull(vocabulary.gendering().get(audience));
    }
}
