package whom.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * Showing who one is: by password, or by a link in a mail. Wrong address and wrong password answer alike, in the same time
 * (P8). Guessing is counted by what is guessed at and by where from, in this hour.
 */
@Component
public class SignIn {

    private static final int TRIES_PER_ADDRESS = 10;
    private static final int TRIES_PER_PLACE = 60;
    private static final Duration LINK_LASTS = Duration.ofMinutes(20);

    private final Rows rows;
    private final Passwords passwords;
    private final Optional<SignInLinks> links;

    SignIn(Rows rows, Passwords passwords, Optional<SignInLinks> links) {
        this.rows = rows;
        this.passwords = passwords;
        this.links = links;
    }

    /** The account. @throws Refused when they do not fit together, or when it was tried too often */
    @Transactional(noRollbackFor = Refused.class)
    public long byPassword(String address, String password, String place) {
        limit(address, place);
        var found = rows.first(Sql.of("select account_id, password from access.sign_in_secret(?)", clean(address)),
                row -> new Stored(row.id("account_id"), row.maybeText("password")));
        if (!passwords.fits(password, found.map(Stored::password).orElse(null))) {
            throw new Refused("password", "access.sign_in.wrong");
        }
        uncount("address " + clean(address));
        uncount("place " + place);
        return found.orElseThrow().account();
    }

    @Transactional(readOnly = true)
    public boolean offersLinks() {
        return links.map(SignInLinks::offered).orElse(false);
    }

    /** Sends a link if the address is somebody's; answers alike if not. @throws Refused when it was tried too often */
    @Transactional(noRollbackFor = Refused.class)
    public void sendLink(String address, String place) {
        limit(address, place);
        if (!offersLinks()) {
            return;
        }
        rows.first(Sql.of("select account_id, password from access.sign_in_secret(?)", clean(address)), row -> row.id("account_id")).ifPresent(account -> {
            Secret secret = Secret.random("");
            rows.call(Sql.of("select access.make_link(?, 'sign_in', ?, null, ?, make_interval(secs => ?))", secret.hash(), account, clean(address), (double) LINK_LASTS.toSeconds()));
            links.ifPresent(sender -> sender.send(account, clean(address), secret));
        });
    }

    /** The account of a link that was not used yet; using it uses it up. */
    @Transactional
    public Optional<Long> byLink(String secret) {
        return rows.first(Sql.of("select account_id from access.use_link(?, 'sign_in')", Secret.hash(secret)), row -> row.id("account_id"));
    }

    private void limit(String address, String place) {
        if (tries("address " + clean(address)) > TRIES_PER_ADDRESS || tries("place " + place) > TRIES_PER_PLACE) {
            throw new Refused("", "access.sign_in.too_often");
        }
    }

    private long tries(String what) {
        return rows.number(Sql.of("select access.count_attempt(?)", Secret.hash(what)));
    }

    /** Whoever signs in rightly, from ten browsers or for a whole office, guesses nothing. */
    private void uncount(String what) {
        rows.call(Sql.of("select access.uncount_attempt(?)", Secret.hash(what)));
    }

    private static String clean(String address) {
        byte[] bytes = address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return new String(bytes, 0, Math.min(bytes.length, 320), StandardCharsets.UTF_8).replace("\0", "");
    }

    private record Stored(long account, @org.jspecify.annotations.Nullable String password) {}
}
