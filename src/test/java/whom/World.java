package whom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.ClassPathResource;
import whom.access.Actor;
import whom.access.ActingTransactions;
import whom.access.Secret;
import whom.database.TestDatabase;
import whom.kernel.PublicNumber;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * The named world of the tests, filled once into a class's database: two organisations, few rows ({@code world/world.sql}).
 * Ann is served; Fay and Gus work on her ticket; everybody else has some rank, and no right by it.
 */
public final class World {

    /** Served; of Finance. */
    public static final long ANN = 101;
    /** Ann's colleague. */
    public static final long BEN = 102;
    /** Head of Finance, so Ann's superior. */
    public static final long CAT = 103;
    /** Head and budget holder of Harbour: the one who pays. */
    public static final long DAN = 104;
    /** Agent of the desk's own team. */
    public static final long EVE = 105;
    /** Agents of the network team. */
    public static final long FAY = 106, GUS = 107;
    /** Administrator and keeper of facts, in no team. */
    public static final long HAL = 108;
    /** Seal keeper, in no team. */
    public static final long IDA = 109;
    /** Data protection officer. */
    public static final long JON = 110;
    /** Of Brook, the other organisation. */
    public static final long KIM = 111;
    /** Agent of the payroll team. */
    public static final long LEO = 112;
    /** A supplier, of Brook. */
    public static final long MIA = 113;
    /** Ann's colleague too, without a confirmed address. */
    public static final long NAT = 114;
    /** A service account. */
    public static final long ROBOT = 115;
    /** Of no unit. */
    public static final long ODD = 116;

    public static final long DESK = 11, NETWORK_TEAM = 12, PAYROLL_TEAM = 13;
    public static final long NETWORK = 21, PAYROLL = 22, LUNCH = 23, LOBBY = 24, CARE = 25, WIFI = 26;

    private static final PublicNumber NUMBERS = new PublicNumber("sixteen bytes or more".getBytes(StandardCharsets.UTF_8));
    private static final AtomicLong IDS = new AtomicLong(1_000);

    private final TestDatabase database;
    private final ActingTransactions acting;

    private World(TestDatabase database) {
        this.database = database;
        this.acting = new ActingTransactions(database.database());
    }

    /** Call once a class: from the constructor of one with {@code @TestInstance(PER_CLASS)}. */
    public static World in(TestDatabase database) {
        try {
            database.asOwner().sql(new ClassPathResource("world/world.sql").getContentAsString(StandardCharsets.UTF_8)).update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new World(database);
    }

    /** Where it was filled already. */
    public static World on(TestDatabase database) {
        return new World(database);
    }

    public TestDatabase database() {
        return database;
    }

    /** In a transaction of this person's. */
    public <T> T as(long person, Callable<T> work) {
        return as(new Actor.Account(person), work);
    }

    public <T> T as(Actor actor, Callable<T> work) {
        return acting.as(actor, work);
    }

    /** Through the doors, which make their own transactions. */
    public static <T> T acting(long person, Callable<T> work) {
        return Actor.as(new Actor.Account(person), work);
    }

    public static void acting(long person, Runnable work) {
        Actor.run(new Actor.Account(person), work);
    }

    /** For use within {@link #as}. */
    public Rows rows() {
        return acting.rows();
    }

    /** What a person gets from one statement. */
    public List<String> sees(long person, String sql, Object... parameters) {
        return sees(new Actor.Account(person), sql, parameters);
    }

    public List<String> sees(Actor actor, String sql, Object... parameters) {
        return as(actor, () -> rows().list(Sql.of(sql, parameters), row -> String.valueOf(row.values().getString(1))));
    }

    /** What one would get; whatever it changes is undone. */
    public List<String> wouldSee(Actor actor, String sql) {
        return acting.tries(actor, () -> rows().list(Sql.of(sql), row -> String.valueOf(row.values().getString(1))));
    }

    /** What a person gets from one statement that answers one value: "null" where that is it. */
    public String asks(long person, String sql, Object... parameters) {
        return sees(person, sql, parameters).getFirst();
    }

    /** As the owner, whom no policy holds. */
    public String knows(String sql) {
        return String.valueOf(database.asOwner().sql(sql).query((row, n) -> row.getString(1)).list().stream().findFirst().orElse(null));
    }

    public int makes(String sql) {
        return database.asOwner().sql(sql).update();
    }

    /** A ticket as {@code tickets.raise} makes it. */
    public long raised(long by, long served, Long service, String subject, String body) {
        long id = IDS.incrementAndGet();
        asks(by, "select tickets.raise(?, ?, 'incident', ?, ?, null, ?, ?, 2, 2, 3, 'web', 'en')", id, NUMBERS.of(id), served, service, subject, body);
        return id;
    }

    /** The cookie of a session of this person's. */
    public String session(long person) {
        Secret secret = Secret.random("");
        database.asOwner().sql("select access.start_session(?, ?, interval '1 hour', 'test')").params(person, secret.hash()).query().listOfRows();
        return secret.shown();
    }

    /** A token of this person's. */
    public String token(long person, String... scopes) {
        Secret secret = Secret.random("");
        database.asOwner().sql("insert into access.token (hash, account_id, name, scopes, expires_at) values (?, ?, 'test', string_to_array(?, ' '), now() + interval '1 hour')")
                .params(secret.hash(), person, String.join(" ", scopes)).update();
        return secret.shown();
    }

    public String number(long conversation) {
        return NUMBERS.of(conversation);
    }
}
