package whom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import whom.backup.Backup;
import whom.backup.BackupName;
import whom.backup.Made;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom backup FILE}: everything in one file, while Whom goes on running. */
final class BackupCommand implements Command {

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String arguments() {
        return "FILE [--passphrase-file FILE] [--demo] [--data DIR]";
    }

    @Override
    public String summary() {
        return "Writes everything into one sealed file, while Whom goes on running.";
    }

    @Override
    public String details() {
        return """

                  FILE                    a new file, or a folder, in which the backup is named after the time
                %s
                  --data DIR              the folder that holds everything; Whom may be running on it
                  --demo                  of the demonstration

                All of one instant: people, facts, conversations, files, settings. Nobody reads it without the passphrase, which is
                kept nowhere: keep it where the backup is not. docs/backup.md says more.
                """.formatted(SealedWith.HELP);
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("passphrase-file", "demo", "data");
        if (arguments.words().size() != 1) {
            throw new WrongUse("backup takes one file, not " + arguments.words().size() + ".");
        }
        Path place = Path.of(arguments.words().getFirst());
        Path file = Files.isDirectory(place) ? BackupName.in(place, Instant.now()) : place;
        if (Files.exists(file)) {
            throw new WrongUse(file + " exists already; a backup does not replace another.");
        }
        var passphrase = new SealedWith(arguments, System.getenv()).passphrase(true);
        try (var installation = Installation.find(Whereabouts.here().folder(arguments), Whereabouts.purpose(arguments), System.err::println);
             Connection owner = installation.connectAsOwner()) {
            Made made = new Backup(owner, passphrase).to(file);
            System.out.printf("%s: %,d rows of %d tables, %,d bytes. Whether it can be read: ./whom restore --check %s%n", made.file(), made.rows(), made.tables(), made.bytes(), file);
        }
        return 0;
    }
}
