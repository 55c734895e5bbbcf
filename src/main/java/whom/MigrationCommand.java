package whom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom migration tickets_closure}: an empty migration with its place in the order. */
final class MigrationCommand implements Command {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Path migrations;
    private final Clock clock;

    MigrationCommand() {
        this(Sources.folder().resolve("src/main/resources/db"), Clock.systemUTC());
    }

    MigrationCommand(Path migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "migration";
    }

    @Override
    public String arguments() {
        return "MODULE_WHAT";
    }

    @Override
    public String summary() {
        return "For developers: makes a new, empty migration, such as tickets_closure.";
    }

    @Override
    public String details() {
        return """

                MODULE_WHAT is the module and what is new, in small letters with _ between. Functions, views and policies go into
                the module's R__ file instead. What is merged is never changed again; docs/decisions/003 says why.
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only();
        String name = arguments.word(0, "MODULE_WHAT");
        if (!name.matches("[a-z]+(_[a-z0-9]+)+") || arguments.words().size() > 1) {
            throw new WrongUse("A migration is named by module and what is new, such as tickets_closure, not \"" + String.join(" ", arguments.words()) + "\".");
        }
        if (!Files.isDirectory(migrations)) {
            throw new WrongUse("migration wants the sources: there is no folder " + migrations + ".");
        }
        Path file = migrations.resolve("V" + STAMP.format(clock.instant()) + "__" + name + ".sql");
        Files.writeString(file, "-- What is new, and why.\n", java.nio.file.StandardOpenOption.CREATE_NEW);
        System.out.println(file);
        return 0;
    }
}
