package whom.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Tokens for the API. Everyone makes their own, and only their own (P11); they read conversations only with that scope. */
@Component
public class Tokens {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Rows rows;

    Tokens(Rows rows) {
        this.rows = rows;
    }

    /** Makes one for the one who asks; it is shown once. @throws Refused when a scope is unknown, or the time too long */
    @Transactional
    public Secret make(String name, Set<String> scopes, Duration lasts) {
        if (name.isBlank() || name.length() > 100) {
            throw new Refused("name", "access.token.name");
        }
        if (scopes.isEmpty() || !Actor.SCOPES.containsAll(scopes)) {
            throw new Refused("scopes", "access.token.scopes", String.join(", ", new TreeSet<>(Actor.SCOPES)));
        }
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST) > 0) {
            throw new Refused("days", "access.token.days", LONGEST.toDays());
        }
        Secret secret = Secret.random("whom_");
        rows.change(Sql.of("insert into access.token (hash, account_id, name, scopes, expires_at) values (?, ?, ?, ?, now() + make_interval(secs => ?))",
                secret.hash(), Actor.id(), name.strip(), List.copyOf(scopes), (double) lasts.toSeconds()));
        return secret;
    }

    /** My own that are still good, newest first. */
    @Transactional(readOnly = true)
    public List<Made> mine() {
        return rows.list(Sql.of("""
                select id, name, scopes, created_at, expires_at, seen_at from access.token
                where account_id = ? and ended_at is null and expires_at > now() order by id desc limit 200
                """, Actor.id()), row -> new Made(row.id("id"), row.text("name"), row.texts("scopes"), Objects.requireNonNull(row.time("created_at")), Objects.requireNonNull(row.time("expires_at"))));
    }

    /** @throws NotFound when it is none of mine */
    @Transactional
    public void end(long token) {
        if (rows.change(Sql.of("update access.token set ended_at = now() where id = ? and account_id = ? and ended_at is null", token, Actor.id())) == 0) {
            throw new NotFound();
        }
    }

    public record Made(long id, String name, List<String> scopes, Instant madeAt, Instant expiresAt) {}
}
