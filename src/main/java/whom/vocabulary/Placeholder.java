package whom.vocabulary;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whom.vocabulary.grammar.Case;
import whom.vocabulary.grammar.Determiner;
import whom.vocabulary.grammar.Form;

/**
 * A term as a text asks for it: {@code {user}}, {@code {the users}}, {@code {Dem user}}, {@code {sponsor:by deed}}. The whole
 * syntax is in docs/vocabulary.md. German articles name the case, written as before a masculine noun: der, des, dem, den.
 */
record Placeholder(Fact fact, Form form, boolean capital, boolean byDeed) {

    private record Article(Determiner determiner, Case kase) {}

    private static final Map<String, Article> ONE = new HashMap<>();
    private static final Map<String, Article> SEVERAL = new HashMap<>();
    private static final Map<String, Fact> SINGULAR = new HashMap<>();
    private static final Map<String, Fact> PLURAL = new HashMap<>();
    private static final Map<String, Case> CASES = Map.of(
            "genitive", Case.GENITIVE, "dative", Case.DATIVE, "accusative", Case.ACCUSATIVE,
            "genitiv", Case.GENITIVE, "dativ", Case.DATIVE, "akkusativ", Case.ACCUSATIVE);

    static {
        for (Fact fact : Fact.values()) {
            SINGULAR.put(fact.placeholder(), fact);
            PLURAL.put(fact.placeholders(), fact);
        }
        english("a", Determiner.A);
        english("an", Determiner.A);
        english("the", Determiner.THE);
        english("no", Determiner.NO);
        english("your", Determiner.YOUR);
        english("this", Determiner.THIS);
        english("these", Determiner.THIS);
        english("each", Determiner.EACH);
        english("which", Determiner.WHICH);
        english("all", Determiner.ALL);
        german(Determiner.THE, "der des dem den", "die der den die");
        german(Determiner.A, "ein eines einem einen", "");
        german(Determiner.NO, "kein keines keinem keinen", "keine keiner keinen keine");
        german(Determiner.YOUR, "ihr ihres ihrem ihren", "ihre ihrer ihren ihre");
        german(Determiner.THIS, "dieser dieses diesem diesen", "diese dieser diesen diese");
        german(Determiner.EACH, "jeder jedes jedem jeden", "");
        german(Determiner.WHICH, "welcher welches welchem welchen", "welche welcher welchen welche");
        german(Determiner.ALL, "", "alle aller allen alle");
        ONE.put("zum", new Article(Determiner.ZUM, Case.DATIVE));
        ONE.put("vom", new Article(Determiner.VOM, Case.DATIVE));
        ONE.put("beim", new Article(Determiner.BEIM, Case.DATIVE));
        ONE.put("im", new Article(Determiner.IM, Case.DATIVE));
        ONE.put("am", new Article(Determiner.AM, Case.DATIVE));
        ONE.put("ins", new Article(Determiner.INS, Case.ACCUSATIVE));
    }

    private static void english(String word, Determiner determiner) {
        ONE.put(word, new Article(determiner, Case.NOMINATIVE));
        SEVERAL.put(word, new Article(determiner, Case.NOMINATIVE));
    }

    private static void german(Determiner determiner, String one, String several) {
        spread(ONE, determiner, one);
        spread(SEVERAL, determiner, several);
    }

    private static void spread(Map<String, Article> words, Determiner determiner, String forms) {
        if (!forms.isEmpty()) {
            String[] byCase = forms.split(" ");
            for (Case kase : Case.values()) {
                words.putIfAbsent(byCase[kase.ordinal()], new Article(determiner, kase));
            }
        }
    }

    /** Null when this is no placeholder for a term. */
    static @Nullable Placeholder parse(String inside) {
        int colon = inside.indexOf(':');
        String phrase = colon < 0 ? inside : inside.substring(0, colon);
        int space = phrase.indexOf(' ');
        String article = space < 0 ? "" : phrase.substring(0, space);
        String noun = phrase.substring(space + 1);
        if (noun.isEmpty() || (space >= 0 && article.isEmpty())) {
            return null;
        }
        boolean capital = Character.isUpperCase(phrase.charAt(0));
        return read(article.toLowerCase(Locale.ROOT), space < 0 ? lower(noun) : noun, capital, colon < 0 ? "" : inside.substring(colon + 1).strip());
    }

    private static String lower(String noun) {
        return noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1);
    }

    private static @Nullable Placeholder read(String article, String noun, boolean capital, String modifier) {
        boolean possessive = noun.endsWith("'s") || noun.endsWith("s'");
        String bare = noun.endsWith("'s") ? noun.substring(0, noun.length() - 2)
                : noun.endsWith("s'") ? noun.substring(0, noun.length() - 1) : noun;
        boolean plural = PLURAL.containsKey(bare);
        Fact fact = plural ? PLURAL.get(bare) : SINGULAR.get(bare);
        Article before = article.isEmpty() ? new Article(Determiner.NONE, Case.NOMINATIVE) : (plural ? SEVERAL : ONE).get(article);
        if (fact == null || before == null || (plural ? before.determiner().singularOnly() : before.determiner().pluralOnly())) {
            return null;
        }
        boolean byDeed = modifier.endsWith("by deed");
        String named = byDeed ? modifier.substring(0, modifier.length() - "by deed".length()).strip() : modifier;
        Case kase = CASES.get(named);
        if (!named.isEmpty() && kase == null || possessive && !modifier.isEmpty()) {
            return null;
        }
        return new Placeholder(fact, new Form(before.determiner(), kase == null ? before.kase() : kase, plural, possessive), capital, byDeed);
    }

    String render(Lexicon lexicon) {
        String text = lexicon.form(fact, form, byDeed);
        return capital ? text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(lexicon.language().locale()) + text.substring(text.offsetByCodePoints(0, 1)) : text;
    }
}
