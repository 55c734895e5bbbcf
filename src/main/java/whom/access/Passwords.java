package whom.access;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import whom.kernel.Refused;

/**
 * Argon2id with 19 MiB and two passes (OWASP's least). Two at a time: a flood of guesses must not take the machine's memory.
 * Checking takes as long for an address that nobody has.
 */
@Component
public class Passwords {

    static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    /** Of random bytes that nobody kept, at the same price as any other; working it out at each start would take a third of a second. */
    static final String NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$sVovSASI2z/9zNPoZhFnUw$WE6lBCKgEnL5S3bt6D4C2ED0NeqmWr4zh/WsYlv19j0";

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore room = new Semaphore(2);

    /** @throws Refused when it is too short or too long to be one */
    public String hash(String field, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Refused(field, "access.password.length", SHORTEST, LONGEST);
        }
        return guarded(() -> argon.encode(password));
    }

    boolean fits(String password, @Nullable String hash) {
        boolean fits = guarded(() -> argon.matches(password.length() > LONGEST ? "" : password, hash == null ? NOBODYS : hash));
        return fits && hash != null;
    }

    private <T> T guarded(java.util.function.Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
