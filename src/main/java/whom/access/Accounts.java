package whom.access;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** What everyone sets for themselves. */
@Component
public class Accounts {

    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private final Rows rows;
    private final Passwords passwords;

    Accounts(Rows rows, Passwords passwords) {
        this.rows = rows;
        this.passwords = passwords;
    }

    /** @throws Refused when there is no such language or time zone */
    @Transactional
    public void change(String language, String timeZone, boolean singleKeys) {
        if (!LANGUAGES.contains(language)) {
            throw new Refused("language", "access.language.unknown");
        }
        rows.change(Sql.of("update access.account set language = ?, time_zone = ?, single_keys = ? where id = ?", language, zone(timeZone), singleKeys, Actor.id()));
    }

    /** @throws Refused when the current one is wrong, or the new one too short */
    @Transactional
    public void password(String current, String next) {
        String hash = passwords.hash("password", next);
        Optional<String> stored = rows.one(Sql.of("select access.my_password() as password"), row -> Optional.ofNullable(row.maybeText("password")));
        if (stored.isPresent() && !passwords.fits(current, stored.get())) {
            throw new Refused("current", "access.password.wrong");
        }
        rows.change(Sql.of("update access.account set password = ? where id = ?", hash, Actor.id()));
        rows.change(Sql.of("insert into log.event (account_id, verb, subject, subject_id) values (?, 'account.password_changed', 'account', ?)", Actor.id(), Actor.id()));
    }

    private static String zone(String name) {
        try {
            return ZoneId.of(name.strip()).getId();
        } catch (DateTimeException e) {
            throw new Refused("timeZone", "access.time_zone.unknown");
        }
    }
}
