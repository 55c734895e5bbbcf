package whom;

import java.nio.file.Path;
import whom.backup.Found;
import whom.backup.Restore;
import whom.database.DataFolder;
import whom.database.Postgres;
import whom.database.Purpose;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom restore FILE}: a backup into an empty house. */
final class RestoreCommand implements Command {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String arguments() {
        return "FILE [--check] [--passphrase-file FILE] [--demo] [--data DIR]";
    }

    @Override
    public String summary() {
        return "Puts a backup into an empty house, whole or not at all; --check only reads it.";
    }

    @Override
    public String details() {
        return """

                  --check                 reads all of the file, says what it holds, and changes nothing
                %s
                  --data DIR              a new folder, or one in which nothing was set up; Whom does not run on it
                  --demo                  a demonstration's

                With WHOM_DB_URL it goes into that database, which is empty. Everybody signs in again afterwards; what was given or
                taken away after the backup was made is as it was before: look through roles, tokens and erased people.
                docs/backup.md says how to rehearse, and how to move to a new PostgreSQL.
                """.formatted(SealedWith.HELP);
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("check", "passphrase-file", "demo", "data");
        if (arguments.words().size() != 1) {
            throw new WrongUse("restore takes one file, not " + arguments.words().size() + ".");
        }
        Path file = Path.of(arguments.words().getFirst());
        var restore = new Restore(file, new SealedWith(arguments, System.getenv()).passphrase(false), System.err::println);
        Found found = restore.check();
        System.out.printf("%s is sound: %,d rows of %d tables, made %s by Whom %s on PostgreSQL %s.%n", file, found.rows(), found.tables(), found.made(), found.whom(), found.postgres());
        if (arguments.has("check")) {
            return 0;
        }
        Purpose purpose = Whereabouts.purpose(arguments);
        try (DataFolder folder = DataFolder.hold(Whereabouts.here().folder(arguments)); Postgres postgres = Postgres.of(System.getenv(), folder)) {
            restore.into(postgres, found, purpose);
        }
        System.out.println("Restored. Start it: ./whom run" + (purpose == Purpose.DEMONSTRATION ? " --demo" : ""));
        return 0;
    }
}
