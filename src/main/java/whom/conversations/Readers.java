package whom.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.Refused;

/** Who can read a conversation, who has, and how the one served changes that (P3, P5). */
@Component
public class Readers {

    /** Letting in ends after this at the latest. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private final ReaderStore store;
    private final InstantSource clock;

    Readers(ReaderStore store, Optional<java.time.Clock> clock) {
        this.store = store;
        this.clock = clock.isPresent() ? clock.get() : InstantSource.system();
    }

    /** For the one served and the agents; those let in see themselves alone, everybody else nothing. */
    @Transactional(readOnly = true)
    public List<Reader> whoCanRead(long conversation, String language) {
        return store.readers(conversation, language);
    }

    /** For the one served alone. */
    @Transactional(readOnly = true)
    public List<Reading> whoHasRead(long conversation, String language) {
        return store.readings(conversation, language);
    }

    /** @return the key by which it is taken back */
    @Transactional
    public String letIn(LetIn letIn) {
        Instant now = clock.instant();
        if (!letIn.until().isAfter(now)) {
            throw new Refused("until", "conversations.let_in.past");
        }
        if (letIn.until().isAfter(now.plus(LONGEST).plus(Duration.ofDays(1)))) {
            throw new Refused("until", "conversations.let_in.long", LONGEST.toDays());
        }
        return store.letIn(letIn).orElseThrow(() -> new Refused("person", "conversations.let_in.refused"));
    }

    @Transactional
    public void takeBack(String letIn) {
        found(store.takeBack(letIn));
    }

    /** Colleagues whose name or address this is or begins; at most ten. */
    @Transactional(readOnly = true)
    public List<Person> colleagues(String typed) {
        String clean = typed.strip();
        return clean.length() < 2 ? List.of() : store.colleagues(clean);
    }

    @Transactional(readOnly = true)
    public Optional<Person> colleague(String key) {
        return store.colleague(key);
    }

    /** Persons and services that the one who asks has let in now, whatever ticket it is about. */
    @Transactional(readOnly = true)
    public List<Given> given() {
        return store.given();
    }

    /** A letting-in that one gave: for one conversation ({@code number}) or one service. */
    public record Given(String key, String name, @Nullable String number, @Nullable Long service, Instant until) {}

    /** Somebody named as concerned sees nothing of it any more, even as agent (P3). */
    @Transactional
    public void shutOut(long conversation, long person) {
        found(store.shutOut(conversation, person));
    }

    @Transactional
    public void readmit(long conversation, long person) {
        found(store.readmit(conversation, person));
    }

    /** The one served takes the view away from whoever raised it for them (P3). */
    @Transactional
    public void objectToRaiser(long conversation) {
        found(store.objectToRaiser(conversation));
    }

    /** Why all agents of the provider read the tickets of a service; said before one writes (P1). */
    @Transactional(readOnly = true)
    public Optional<String> deskWide(long service) {
        return store.deskWide(service);
    }

    private static void found(boolean done) {
        if (!done) {
            throw new NotFound();
        }
    }
}
