package whom.mail.wording;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.vocabulary.Words;

/** How administrators change what mails say. */
@Component
class OwnWordings {

    private final WordingStore store;

    OwnWordings(WordingStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Map<WordingKey, Past> now() {
        return store.now();
    }

    @Transactional(readOnly = true)
    public List<Past> history(WordingKey key) {
        return store.history(key);
    }

    /** What is the same as delivered counts as delivered, so that it grows better with the product. @throws Refused naming the field @throws Changed when somebody was faster */
    @Transactional
    public void change(WordingKey key, int edition, Map<String, String> typed, Words words) {
        Wording sound = SoundWording.of(key.occasion(), typed, words);
        put(key, edition, sound.equals(Delivered.of(key.occasion(), key.language())) ? null : sound);
    }

    @Transactional
    public void deliver(WordingKey key, int edition) {
        put(key, edition, null);
    }

    /** Takes the last change back, as long as it is the last. */
    @Transactional
    public void undo(WordingKey key, int edition) {
        List<Past> history = store.history(key);
        if (history.isEmpty() || history.getFirst().edition() < edition || edition < 1) {
            throw new NotFound();
        }
        store.change(key, edition, history.size() > 1 ? history.get(1).wording() : null);
    }

    private void put(WordingKey key, int edition, @Nullable Wording wording) {
        List<Past> history = store.history(key);
        Past last = history.isEmpty() ? null : history.getFirst();
        if ((last == null ? 0 : last.edition()) != edition) {
            throw new Changed();
        }
        if (!Objects.equals(wording, last == null ? null : last.wording())) {
            store.change(key, edition, wording);
        }
    }
}
