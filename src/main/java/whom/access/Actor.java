package whom.access;

import java.util.Set;
import java.util.concurrent.Callable;

/**
 * For whom something runs. Bound for the length of a request or job; every transaction tells it to the database, and without
 * one nothing is seen. A new thread has no actor: name it again. To change the actor, end the transaction first.
 */
public sealed interface Actor {

    ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    /** An account, signed in or by a token; {@code reads} is false for a token without the scope to read conversations. */
    record Account(long id, boolean reads) implements Actor {
        public Account(long id) {
            this(id, true);
        }
    }

    /** One of Whom's own machines, with a database role and policies of its own (architecture, idea 3). */
    enum Machine implements Actor {
        MAIL, JOBS, MEASURE
    }

    /** Nobody yet: sees nothing, may call what sign-in needs. */
    enum Nobody implements Actor {
        NOBODY
    }

    static Actor current() {
        return CURRENT.orElse(Nobody.NOBODY);
    }

    /** Who is signed in. @throws NotSignedIn when nobody is */
    static long id() {
        if (current() instanceof Account account) {
            return account.id();
        }
        throw new NotSignedIn();
    }

    static <T> T as(Actor actor, Callable<T> work) {
        try {
            return ScopedValue.where(CURRENT, actor).call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Actor actor, Runnable work) {
        ScopedValue.where(CURRENT, actor).run(work);
    }

    /** Scopes that a token may carry; a session has all. */
    Set<String> SCOPES = Set.of("conversations:read", "tickets:write", "facts:read", "facts:write", "administration", "mail:deliver");
}
