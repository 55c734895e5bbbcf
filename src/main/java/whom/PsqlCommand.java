package whom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whom.database.Door;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom psql --as ann}: SQL as the database lets this person have it. It reads only, and is on record. */
final class PsqlCommand implements Command {

    @Override
    public String name() {
        return "psql";
    }

    @Override
    public String arguments() {
        return "[--as PERSON] [--sql STATEMENT] [--demo] [--data DIR]";
    }

    @Override
    public String summary() {
        return "For developers: SQL on the database, or as a person with their rights; it is on record.";
    }

    @Override
    public String details() {
        return """

                  --as PERSON      with the rights of the person or service account of this key, reading only;
                                   without it as the owner, whom no policy holds
                  --sql STATEMENT  runs this one and ends; else psql is opened, or a plain prompt where there is none
                  --data DIR       the folder that holds everything; Whom may be running on it
                  --demo           the demonstration's
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("as", "sql", "demo", "data");
        if (!arguments.words().isEmpty()) {
            throw new WrongUse("psql takes no word: \"" + arguments.words().getFirst() + "\". A statement goes behind --sql.");
        }
        try (var installation = Installation.find(Whereabouts.here().folder(arguments), Whereabouts.purpose(arguments), System.err::println)) {
            Optional<Long> person = Optional.empty();
            try (Connection owner = installation.connectAsOwner()) {
                if (arguments.has("as")) {
                    person = Optional.of(account(owner, arguments.required("as")));
                }
                record(owner, person);
            }
            Door door = installation.door(person.isPresent());
            List<String> first = person.map(PsqlCommand::becoming).orElse(List.of());
            return psql().isPresent() && !arguments.has("sql") ? open(door, first) : new SqlPrompt(System.in, System.out, System.console() != null).run(door, first, arguments.option("sql"));
        }
    }

    private static long account(Connection owner, String key) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("select id from access.account where key = ?")) {
            statement.setString(1, key);
            var found = statement.executeQuery();
            if (!found.next()) {
                throw new WrongUse("There is no account \"" + key + "\".");
            }
            return found.getLong(1);
        }
    }

    private static void record(Connection owner, Optional<Long> person) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("insert into log.event (verb, subject, subject_id) values (?, ?, ?)")) {
            statement.setString(1, person.isPresent() ? "account.looked_as" : "house.database_opened");
            statement.setString(2, person.isPresent() ? "account" : "house");
            statement.setLong(3, person.orElse(0L));
            statement.executeUpdate();
        }
    }

    /** What a transaction says when it begins, for the whole session. */
    static List<String> becoming(long person) {
        return List.of("begin", "select access.enter(" + person + ", true, 0)",
                "select count(set_config(name, current_setting(name), false)) from unnest(array['whom.account','whom.keys','whom.young_keys','whom.young_since','whom.realms','whom.inside','whom.roles','whom.shut_outs','statement_timeout']) name",
                "commit", "set default_transaction_read_only = on");
    }

    private static int open(Door door, List<String> first) throws Exception {
        Path start = Files.createTempFile("whom", ".psql");
        try {
            var lines = new ArrayList<String>(List.of("\\set QUIET on", "\\o /dev/null"));
            first.forEach(statement -> lines.add(statement + ";"));
            lines.addAll(List.of("\\o", "\\set QUIET off"));
            Files.write(start, lines);
            var builder = new ProcessBuilder(psql().orElseThrow(), "-h", door.host(), "-p", String.valueOf(door.port()), "-U", door.user(), "-d", door.database()).inheritIO();
            builder.environment().put("PGPASSWORD", door.password());
            builder.environment().put("PSQLRC", start.toString());
            return builder.start().waitFor() == 0 ? 0 : 1;
        } finally {
            Files.delete(start);
        }
    }

    private static Optional<String> psql() {
        return java.util.Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)).map(folder -> Path.of(folder, "psql")).filter(Files::isExecutable).map(Path::toString).findFirst();
    }
}
