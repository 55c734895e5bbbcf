package whom.vocabulary;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/** Which words this house uses towards whom. */
public final class Vocabularies {

    private static final Map<String, Vocabulary> SHIPPED = ShippedVocabularies.load();
    private static final Texts TEXTS = Texts.shipped();

    private final InstantSource clock;
    private final ZoneId zone;
    private final ReadersUnits readers;
    private volatile Speaking speaking = new Speaking(House.asItComes(SHIPPED.get(ShippedVocabularies.PRECISE)));

    private record Speech(String vocabulary, Audience audience, Language language) {}

    /** A house with what was made ready for it; another house starts anew. */
    private record Speaking(House house, Map<Speech, Phrasebook> phrasebooks, Map<Speech, TermCheck> checks) {
        Speaking(House house) {
            this(house, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    /** @param zone where the house is; a reader may be elsewhere: {@link Words#in} */
    public Vocabularies(InstantSource clock, ZoneId zone) {
        this(clock, zone, account -> List.of());
    }

    /** @param units of an account, nearest first */
    Vocabularies(InstantSource clock, ZoneId zone, LongFunction<List<Long>> units) {
        this.clock = clock;
        this.zone = zone;
        this.readers = new ReadersUnits(units, clock);
    }

    /** As it comes, for commands and tests that need no database. */
    public static Vocabularies shipped() {
        return new Vocabularies(InstantSource.system(), ZoneId.systemDefault());
    }

    /** The same, with another of the six outside. */
    public static Vocabularies shipped(String outside) {
        Vocabularies vocabularies = shipped();
        vocabularies.speak(new House(List.of(), vocabularies.house().inside(), vocabularies.named(outside).orElseThrow(), Map.of()));
        return vocabularies;
    }

    /** For a reader of whom nothing else is known. */
    public Words words(Locale locale, Audience audience) {
        return words(locale, audience, List.of());
    }

    /** For this reader, whose unit may have words of its own. */
    public Words words(Locale locale, Audience audience, long account) {
        boolean asks = audience == Audience.OUTSIDE && speaking.house.asksForUnits();
        return words(locale, audience, asks ? readers.of(account) : List.of());
    }

    private Words words(Locale locale, Audience audience, List<Long> units) {
        Speaking now = speaking;
        Language language = Language.of(locale);
        Vocabulary vocabulary = audience == Audience.INSIDE ? now.house.inside() : now.house.outside(language, units);
        Speech speech = new Speech(vocabulary.key(), audience, language);
        Phrasebook known = now.phrasebooks.get(speech);
        return words(known != null ? known : now.phrasebooks.computeIfAbsent(speech, s -> bind(vocabulary, audience, language)), audience, locale);
    }

    private Words words(Phrasebook phrasebook, Audience audience, Locale locale) {
        return new Words(phrasebook, audience, locale, zone, clock);
    }

    /** How it would read if this vocabulary were spoken. */
    public Words preview(Vocabulary vocabulary, Audience audience, Locale locale) {
        return words(bind(vocabulary, audience, Language.of(locale)), audience, locale);
    }

    private static Phrasebook bind(Vocabulary vocabulary, Audience audience, Language language) {
        Lexicon lexicon = vocabulary.lexicon(audience, language);
        Lexicon english = language == Language.EN ? lexicon : vocabulary.lexicon(audience, Language.EN);
        return new Phrasebook(lexicon, TEXTS.bind(lexicon, english));
    }

    /** Checks what somebody writes for this audience, in the language of the text. */
    public TermCheck check(Language language, Audience audience) {
        Speaking now = speaking;
        Vocabulary outside = now.house.outside(language, List.of());
        Vocabulary vocabulary = audience == Audience.INSIDE ? now.house.inside() : outside;
        return now.checks.computeIfAbsent(new Speech(vocabulary.key(), audience, language), s -> {
            Lexicon lexicon = vocabulary.lexicon(audience, language);
            return audience == Audience.OUTSIDE ? TermCheck.outside(lexicon) : TermCheck.inside(lexicon, outside.lexicon(Audience.OUTSIDE, language));
        });
    }

    /** The six, in the order in which the product explains them. */
    public List<Vocabulary> six() {
        return List.copyOf(SHIPPED.values());
    }

    /** The six and those that the house made. */
    public List<Vocabulary> all() {
        List<Vocabulary> all = new ArrayList<>(SHIPPED.values());
        all.addAll(speaking.house.own());
        return all;
    }

    /** Those that say inside what they say outside, with a word for each fact; and the house's own, in which inside is written apart. */
    public List<Vocabulary> forInside() {
        List<Vocabulary> own = speaking.house.own();
        return all().stream().filter(vocabulary -> vocabulary.sharedInside().isEmpty())
                .filter(vocabulary -> own.contains(vocabulary) || vocabulary.terms().get(Audience.INSIDE).equals(vocabulary.terms().get(Audience.OUTSIDE))).toList();
    }

    public Optional<Vocabulary> named(String key) {
        return all().stream().filter(vocabulary -> vocabulary.key().equals(key)).findFirst();
    }

    public House house() {
        return speaking.house;
    }

    /** From now on; said once for every change, by {@code whom.vocabulary.house}. */
    public void speak(House house) {
        speaking = new Speaking(house);
    }
}
