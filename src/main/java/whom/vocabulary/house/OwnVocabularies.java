package whom.vocabulary.house;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.NotAllowed;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.vocabulary.Audience;
import whom.vocabulary.Fact;
import whom.vocabulary.House.Scope;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Vocabulary;
import whom.vocabulary.grammar.BadTerm;
import whom.vocabulary.grammar.Gendering;

/** How administrators make and change vocabularies of this house. */
@Component
class OwnVocabularies {

    private static final Scope NOWHERE = new Scope(null, null);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TERM = 500;

    private final HouseStore store;
    private final Vocabularies vocabularies;

    OwnVocabularies(HouseStore store, Vocabularies vocabularies) {
        this.store = store;
        this.vocabularies = vocabularies;
    }

    /** Begins one with all the words of another. Returns its key. */
    @Transactional
    public String begin(String from, Map<Language, String> names) {
        allowed();
        Vocabulary base = vocabularies.named(from).orElseThrow(() -> new Refused("from", "vocabulary.unknown"));
        Map<Language, String> named = named(names);
        String key = key(Objects.requireNonNull(named.get(Language.EN)));
        store.insert(new OwnVocabulary(key, from, named, Objects.requireNonNull(base.gendering().get(Audience.INSIDE)),
                Objects.requireNonNull(base.gendering().get(Audience.OUTSIDE)), 1));
        base.terms().forEach((audience, byLanguage) -> byLanguage.forEach((language, terms) -> store.put(key, audience, language, terms)));
        store.changed("vocabulary.begun", key, Audience.OUTSIDE, NOWHERE);
        return key;
    }

    /** @throws Changed when somebody else changed it since {@code edition} */
    @Transactional
    public void write(String key, int edition, Audience audience, Language language, Map<Fact, String> terms, Gendering naming) {
        allowed();
        Vocabulary before = own(key);
        terms.forEach((fact, written) -> check(fact, language, written));
        Vocabulary after = before.with(audience, language, terms, naming);
        if (audience == Audience.INSIDE) {
            refuseShared(after, language);
        }
        touch(key, edition);
        store.put(key, audience, language, terms);
        store.naming(key, audience, naming);
        store.changed("vocabulary.changed", key, audience, new Scope(null, language));
    }

    @Transactional
    public void rename(String key, int edition, Map<Language, String> names) {
        allowed();
        own(key);
        touch(key, edition);
        store.rename(key, named(names));
        store.changed("vocabulary.renamed", key, Audience.OUTSIDE, NOWHERE);
    }

    /** What is spoken somewhere cannot be put away. */
    @Transactional
    public void retire(String key) {
        allowed();
        own(key);
        if (store.spoken().stream().anyMatch(spoken -> spoken.vocabulary().equals(key))) {
            throw new Refused("", "vocabulary.retire.spoken");
        }
        if (!store.retire(key)) {
            throw new NotFound();
        }
        store.changed("vocabulary.retired", key, Audience.OUTSIDE, NOWHERE);
    }

    @Transactional
    public void bringBack(String key) {
        allowed();
        if (!store.bringBack(key)) {
            throw new NotFound();
        }
        store.changed("vocabulary.brought_back", key, Audience.OUTSIDE, NOWHERE);
    }

    private void allowed() {
        if (!store.administers()) {
            throw new NotAllowed();
        }
    }

    private Vocabulary own(String key) {
        store.own(key).orElseThrow(NotFound::new);
        return vocabularies.named(key).orElseThrow(NotFound::new);
    }

    private void touch(String key, int edition) {
        if (!store.touch(key, edition)) {
            throw new Changed();
        }
    }

    private static void check(Fact fact, Language language, String written) {
        if (written.length() > LONGEST_TERM || written.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(fact.key(), "vocabulary.term.long", LONGEST_TERM);
        }
        try {
            language.check(written);
        } catch (BadTerm e) {
            throw new Refused(fact.key(), "vocabulary.term.bad." + language.tag());
        }
    }

    private static void refuseShared(Vocabulary vocabulary, Language language) {
        List<Vocabulary.SharedWord> shared = vocabulary.sharedInside().stream().filter(each -> each.language() == language).toList();
        if (!shared.isEmpty()) {
            Vocabulary.SharedWord first = shared.getFirst();
            throw new Refused(first.other().key(), "vocabulary.shared", first.word(), first.one().key(), first.other().key());
        }
    }

    private static Map<Language, String> named(Map<Language, String> names) {
        Map<Language, String> named = new EnumMap<>(Language.class);
        String english = names.getOrDefault(Language.EN, "").strip();
        if (english.isEmpty()) {
            throw new Refused("en", "vocabulary.name.missing");
        }
        for (Language language : Language.values()) {
            String name = names.getOrDefault(language, "").strip();
            if (name.length() > LONGEST_NAME) {
                throw new Refused(language.tag(), "vocabulary.name.long", LONGEST_NAME);
            }
            named.put(language, name.isEmpty() ? english : name);
        }
        return named;
    }

    /** From its English name, as an address can hold it. */
    private String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String wanted = plain.isEmpty() ? "own" : plain.substring(0, Math.min(plain.length(), 50));
        String key = wanted;
        for (int n = 2; store.taken(key) || vocabularies.named(key).isPresent(); n++) {
            key = wanted + "-" + n;
        }
        return key;
    }
}
