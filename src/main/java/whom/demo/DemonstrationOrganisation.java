package whom.demo;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import whom.access.Passwords;
import whom.database.Demonstration;
import whom.kernel.PublicNumber;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Words;

/** Lindqvist Marine, loaded whole in one transaction, once. */
@Component
class DemonstrationOrganisation implements Demonstration {

    static final int TICKETS = 5_000;
    static final String PASSWORD = "whom is served";
    static final long SEED = 2026;
    /** Sequences continue behind what was loaded with ids of its own. */
    private static final List<String> COUNTED = List.of("people.unit", "people.team", "services.service", "services.output", "access.account", "conversations.thread", "calendars.calendar", "agreements.agreement", "agreements.version");

    private final Passwords passwords;
    private final Tour tour;

    DemonstrationOrganisation(Passwords passwords, Tour tour) {
        this.passwords = passwords;
        this.tour = tour;
    }

    @Override
    public void fill(Connection owner, Consumer<String> progress) throws SQLException {
        if (filled(owner)) {
            return;
        }
        owner.setAutoCommit(false);
        var random = new SplittableRandom(SEED);
        var organisation = new DemoOrganisation(random);
        Instant now = Clock.systemUTC().instant();
        progress.accept("Loading the demonstration: " + organisation.people.size() + " people …");
        new OrganisationLoader(owner, organisation, LocalDate.ofInstant(now, ZoneOffset.UTC)).load(passwords.hash("password", PASSWORD));
        progress.accept("Loading the demonstration: " + TICKETS + " tickets …");
        new TicketLoader(owner, organisation, numbers(owner)).load(DemoTicket.some(TICKETS, organisation, now, random));
        finish(owner);
        owner.commit();
    }

    @Override
    public List<String> people() {
        Words words = Vocabularies.shipped().words(Locale.ENGLISH, Audience.INSIDE);
        return Stream.concat(DemoOrganisation.named().stream().map(person -> "%-28s %s".formatted(person.address("lindqvist.example"), words.say("demo.guise." + person.key()))),
                Stream.of("The password of all: " + PASSWORD)).toList();
    }

    @Override
    public CompletionStage<Void> left() {
        return tour.left();
    }

    private static boolean filled(Connection owner) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery("select exists (select from people.person)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Numbers of the demonstration depend on its own secret, as everywhere. */
    private static PublicNumber numbers(Connection owner) throws SQLException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        try (var insert = owner.prepareStatement("insert into access.setting (name, value) values ('tickets.number_secret', to_jsonb(?::text)) on conflict do nothing")) {
            insert.setString(1, HexFormat.of().formatHex(secret));
            insert.executeUpdate();
        }
        try (var statement = owner.createStatement(); var rows = statement.executeQuery("select value #>> '{}' from access.setting where name = 'tickets.number_secret'")) {
            rows.next();
            return new PublicNumber(rows.getString(1).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void finish(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            for (String table : COUNTED) {
                statement.execute("select setval(pg_get_serial_sequence('%s', 'id'), (select max(id) from %s))".formatted(table, table));
            }
            statement.execute("select setval('conversations.conversation_id', (select max(id) / 64 * 64 + 65 from conversations.conversation))");
            statement.execute("analyze");
        }
    }
}
