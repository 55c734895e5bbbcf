package whom.vocabulary;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which words this house uses towards whom. */
public final class Vocabularies {

    private static final Map<String, Vocabulary> SHIPPED = ShippedVocabularies.load();
    private static final Texts TEXTS = Texts.shipped();

    private final Map<Speech, Phrasebook> phrasebooks = new ConcurrentHashMap<>();
    private final Map<Speech, TermCheck> checks = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final ZoneId zone;
    private volatile Vocabulary inside = SHIPPED.get(ShippedVocabularies.PRECISE);
    private volatile Vocabulary outside = inside;

    private record Speech(String vocabulary, Audience audience, Language language) {}

    /** @param zone where the house is; a reader may be elsewhere: {@link Words#in} */
    public Vocabularies(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** As it comes, for commands and tests that need no database. */
    public static Vocabularies shipped() {
        return new Vocabularies(InstantSource.system(), ZoneId.systemDefault());
    }

    /** The same, with another of the six outside. */
    public static Vocabularies shipped(String outside) {
        Vocabularies house = shipped();
        house.speak(ShippedVocabularies.PRECISE, outside);
        return house;
    }

    public Words words(Locale locale, Audience audience) {
        Vocabulary vocabulary = audience == Audience.INSIDE ? inside : outside;
        return new Words(phrasebook(vocabulary, audience, Language.of(locale)), audience, locale, zone, clock);
    }

    /** Checks what somebody writes for this audience, in the language of the text. */
    public TermCheck check(Language language, Audience audience) {
        Vocabulary vocabulary = audience == Audience.INSIDE ? inside : outside;
        return checks.computeIfAbsent(new Speech(vocabulary.key(), audience, language), s -> {
            Lexicon lexicon = vocabulary.lexicon(audience, language);
            return audience == Audience.OUTSIDE ? TermCheck.outside(lexicon) : TermCheck.inside(lexicon, outside.lexicon(Audience.OUTSIDE, language));
        });
    }

    /** The six, in the order in which the product explains them. */
    public List<Vocabulary> six() {
        return List.copyOf(SHIPPED.values());
    }

    void speak(String insideKey, String outsideKey) {
        inside = known(insideKey);
        outside = known(outsideKey);
    }

    private Vocabulary known(String key) {
        Vocabulary vocabulary = SHIPPED.get(key);
        if (vocabulary == null) {
            throw new IllegalArgumentException("There is no vocabulary \"" + key + "\".");
        }
        return vocabulary;
    }

    private Phrasebook phrasebook(Vocabulary vocabulary, Audience audience, Language language) {
        Speech speech = new Speech(vocabulary.key(), audience, language);
        Phrasebook known = phrasebooks.get(speech);
        return known != null ? known : phrasebooks.computeIfAbsent(speech, s -> bind(vocabulary, audience, language));
    }

    private Phrasebook bind(Vocabulary vocabulary, Audience audience, Language language) {
        Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);
        for (Language each : Language.values()) {
            lexicons.put(each, vocabulary.lexicon(audience, each));
        }
        return new Phrasebook(lexicons.get(language), TEXTS.bind(lexicons.get(language), lexicons.get(Language.EN)));
    }
}
