package whom.setup;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Secret;
import whom.kernel.Keys;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** The questions of a clean installation, and the house that is made of the answers. Whoever has the link's secret may. */
@Component
class Setup {

    private final Rows rows;
    private final Answers answers;

    Setup(Rows rows, Answers answers) {
        this.rows = rows;
        this.answers = answers;
    }

    /** A new link, which makes the last one void; none when the house is set up. */
    @Transactional
    public Optional<Secret> begin() {
        Secret secret = Secret.random("");
        return rows.is(Sql.of("select setup.begin(?)", secret.hash())) ? Optional.of(secret) : Optional.empty();
    }

    /** What was answered so far. @throws NotFound when this is not the link, or the house is set up */
    @Transactional(readOnly = true)
    public Map<String, String> answered(String secret) {
        require(rows.is(Sql.of("select setup.may(?)", Secret.hash(secret))));
        Map<String, String> given = new HashMap<>();
        rows.list(Sql.of("select name, value from setup.answers(?)", Secret.hash(secret)), row -> given.put(row.text("name"), row.text("value")));
        return given;
    }

    /** Keeps the answers of a step. @throws whom.kernel.Refused when one is none */
    @Transactional
    public void answer(String secret, Step step, Map<String, String> typed) {
        require(rows.is(Sql.of("select setup.may(?)", Secret.hash(secret))));
        Map<String, String> sound = new HashMap<>();
        step.answers().forEach(name -> sound.put(name, answers.sound(name, typed)));
        sound.forEach((name, value) -> require(rows.is(Sql.of("select setup.answer(?, ?, ?)", Secret.hash(secret), name, value))));
    }

    /** Makes the house and says who its administrator is. */
    @Transactional
    public long finish(String secret, String language) {
        Map<String, String> given = answered(secret);
        long account = rows.number(Sql.of("select coalesce(setup.finish(?, ?, ?, ?, ?, ?, ?), 0)", Secret.hash(secret), key(given, "organisation"), key(given, "name"), key(given, "team"),
                key(given, "service"), language, ZoneId.systemDefault().getId()));
        require(account != 0);
        return account;
    }

    private static String key(Map<String, String> given, String name) {
        return Keys.of(given.getOrDefault(name, ""), name.equals("name") ? "administrator" : name);
    }

    private static void require(boolean may) {
        if (!may) {
            throw new NotFound();
        }
    }
}
