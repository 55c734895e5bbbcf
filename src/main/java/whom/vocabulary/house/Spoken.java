package whom.vocabulary.house;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.NotAllowed;
import whom.kernel.Refused;
import whom.vocabulary.Audience;
import whom.vocabulary.House.Scope;
import whom.vocabulary.Vocabularies;

/** How administrators choose what is spoken towards whom. */
@Component
class Spoken {

    private static final Scope EVERYBODY = new Scope(null, null);

    private final HouseStore store;
    private final Vocabularies vocabularies;

    Spoken(HouseStore store, Vocabularies vocabularies) {
        this.store = store;
        this.vocabularies = vocabularies;
    }

    /** Inside, only what gives each fact a word of its own (V2). */
    @Transactional
    public void inside(String key) {
        allowed();
        if (vocabularies.forInside().stream().noneMatch(vocabulary -> vocabulary.key().equals(key))) {
            throw new Refused("vocabulary", "vocabulary.inside.not");
        }
        speak(Audience.INSIDE, EVERYBODY, key);
    }

    /** @param key null, for a unit or a language: what everybody hears */
    @Transactional
    public void outside(Scope scope, @Nullable String key) {
        allowed();
        if (key != null) {
            known(key);
        } else if (scope.equals(EVERYBODY)) {
            throw new Refused("vocabulary", "vocabulary.unknown");
        }
        speak(Audience.OUTSIDE, scope, key);
    }

    private void speak(Audience audience, Scope scope, @Nullable String key) {
        store.speak(audience, scope, key);
        store.changed("vocabulary.spoken", key == null ? "" : key, audience, scope);
    }

    private void known(String key) {
        vocabularies.named(key).orElseThrow(() -> new Refused("vocabulary", "vocabulary.unknown"));
    }

    private void allowed() {
        if (!store.administers()) {
            throw new NotAllowed();
        }
    }
}
