package whom.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import whom.vocabulary.grammar.Case;
import whom.vocabulary.grammar.Determiner;
import whom.vocabulary.grammar.Form;
import whom.vocabulary.grammar.Gendering;
import whom.vocabulary.grammar.Term;

/** All the forms in which terms may stand in a text, to be looked up by what is written there. */
final class Phrases {

    private static final Map<Language, Phrases> HABITS = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, List<Phrase>> meanings = new HashMap<>();

    Phrases(Language language) {
        this.language = language;
    }

    /** The habits of a language, the same for every house. */
    static Phrases habits(Language language) {
        return HABITS.computeIfAbsent(language, l -> {
            Phrases phrases = new Phrases(l);
            Habit.in(l).forEach(habit -> phrases.add(habit.facts(), habit.written()));
            return phrases;
        });
    }

    /** What {@code words}, in lower case with single spaces, may mean; empty where nothing is known. */
    List<Phrase> of(String words) {
        return meanings.getOrDefault(words, List.of());
    }

    void add(List<Fact> facts, String written) {
        String word = normal(language.term(written, Gendering.MASCULINE).word());
        for (Gendering gendering : language == Language.DE ? Gendering.values() : new Gendering[] {Gendering.MASCULINE}) {
            Term term = language.term(written, gendering);
            for (Form form : forms()) {
                List<Phrase> here = meanings.computeIfAbsent(normal(term.form(form, null)), w -> new ArrayList<>(2));
                Phrase phrase = new Phrase(word, facts, form, gendering == Gendering.FEMININE);
                if (here.stream().noneMatch(other -> other.facts().equals(facts) && other.form().equals(form))) {
                    here.add(phrase);
                }
            }
        }
    }

    /** The forms without an article, whatever the ending of an adjective. */
    static Set<String> bare(Language language, String written) {
        Set<String> bare = new HashSet<>();
        for (Gendering gendering : Gendering.values()) {
            Term term = language.term(written, gendering);
            for (Form form : forms(language)) {
                String phrase = normal(term.form(form, null));
                String article = normal(term.form(form, null).split(" ")[0]);
                bare.add(form.determiner() == Determiner.NONE ? phrase : phrase.substring(Math.min(phrase.length(), article.length() + 1)));
            }
        }
        bare.remove("");
        return bare;
    }

    /** As words are looked up: an End-User is an end user, and Kund*innen are Kund:innen. */
    static String normal(String words) {
        return words.toLowerCase(Locale.ROOT).replace('’', '\'').replace('*', ':').replace('_', ':').replace("end-user", "end user");
    }

    private List<Form> forms() {
        return forms(language);
    }

    /** In English the article matters only where it may be "a" or "an"; in German it bends with the word. */
    private static List<Form> forms(Language language) {
        List<Form> forms = new ArrayList<>();
        if (language == Language.EN) {
            for (boolean plural : new boolean[] {false, true}) {
                forms.add(new Form(Determiner.NONE, Case.NOMINATIVE, plural, false));
                forms.add(new Form(Determiner.NONE, Case.NOMINATIVE, plural, true));
            }
            forms.add(new Form(Determiner.A, Case.NOMINATIVE, false, false));
            forms.add(new Form(Determiner.A, Case.NOMINATIVE, false, true));
            return forms;
        }
        for (boolean plural : new boolean[] {false, true}) {
            for (Determiner determiner : Determiner.values()) {
                for (Case kase : Case.values()) {
                    if (determiner.stands(kase) && (plural ? !determiner.singularOnly() : !determiner.pluralOnly())) {
                        forms.add(new Form(determiner, kase, plural, false));
                    }
                }
            }
        }
        return forms;
    }
}
