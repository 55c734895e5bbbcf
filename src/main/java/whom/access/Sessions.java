package whom.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Sessions in the database, so that any node knows them and their owner can see and end each. */
@Component
public class Sessions {

    /** How long a session lasts without being renewed. */
    public static final Duration LASTS = Duration.ofDays(14);

    private final Rows rows;

    Sessions(Rows rows) {
        this.rows = rows;
    }

    /** Starts one for somebody who has just shown who they are. The secret goes into the cookie and nowhere else. */
    @Transactional
    public Secret start(long account, String device) {
        Secret secret = Secret.random("");
        rows.call(Sql.of("select access.start_session(?, ?, make_interval(secs => ?), ?)", account, secret.hash(), (double) LASTS.toSeconds(), shorten(device)));
        return secret;
    }

    Optional<Viewer> find(String cookie) {
        return rows.first(Sql.of("select * from access.session_account(?)", Secret.hash(cookie)), row -> viewer(row, row.id("session_id"), Actor.SCOPES));
    }

    Optional<Viewer> byToken(String token) {
        return rows.first(Sql.of("select * from access.token_account(?)", Secret.hash(token)), row -> viewer(row, 0, Set.copyOf(row.texts("scopes"))));
    }

    /** My own sessions that are still good, newest first. */
    @Transactional(readOnly = true)
    public List<Open> mine() {
        return rows.list(Sql.of("""
                select id, created_at, seen_at, device from access.session
                where account_id = ? and ended_at is null and expires_at > now() order by id desc limit 100
                """, Actor.id()), row -> new Open(row.id("id"), Objects.requireNonNull(row.time("created_at")), Objects.requireNonNull(row.time("seen_at")), row.text("device")));
    }

    /** Ends one of my own. @throws NotFound when it is none of mine */
    @Transactional
    public void end(long session) {
        if (rows.change(Sql.of("update access.session set ended_at = now() where id = ? and account_id = ? and ended_at is null", session, Actor.id())) == 0) {
            throw new NotFound();
        }
    }

    private static String shorten(String device) {
        return device.length() > 200 ? device.substring(0, 200) : device;
    }

    private static Viewer viewer(Row row, long session, Set<String> scopes) throws java.sql.SQLException {
        return new Viewer(row.id("account_id"), row.text("key"), row.text("kind").equals("person"), row.text("name"), row.text("language"), row.text("time_zone"),
                row.maybeText("theme"), row.maybeText("density"), row.is("single_keys"), row.is("inside"), row.is("agent"),
                row.texts("roles").stream().map(Role::of).collect(Collectors.toUnmodifiableSet()), scopes, session);
    }

    /** A session as its owner sees it. Times are instants. */
    public record Open(long id, Instant startedAt, Instant seenAt, String device) {}
}
