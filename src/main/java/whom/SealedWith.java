package whom;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import whom.backup.Passphrase;
import whom.kernel.Arguments;
import whom.kernel.WrongUse;

/** Where the passphrase of a backup comes from: a file, the environment or the keyboard; never the command line, which everybody on the machine can read. */
record SealedWith(Arguments arguments, Map<String, String> environment) {

    static final String HELP = """
              --passphrase-file FILE  holds the passphrase; WHOM_BACKUP_PASSPHRASE_FILE names it too, and WHOM_BACKUP_PASSPHRASE is
                                      the passphrase itself; without any of them it is asked for""";

    /** @param twice for a new one: a slip would make the backup worthless */
    Passphrase passphrase(boolean twice) throws IOException {
        String file = arguments.option("passphrase-file").orElse(environment.getOrDefault("WHOM_BACKUP_PASSPHRASE_FILE", ""));
        if (!file.isBlank()) {
            return Passphrase.in(Path.of(file));
        }
        String given = environment.getOrDefault("WHOM_BACKUP_PASSPHRASE", "");
        return Passphrase.of(given.isBlank() ? asked(twice) : given);
    }

    private static String asked(boolean twice) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new WrongUse("There is no passphrase: name its file with --passphrase-file FILE or WHOM_BACKUP_PASSPHRASE_FILE.");
        }
        char[] first = typed(console, "Passphrase of the backup: ");
        if (twice && !Arrays.equals(first, typed(console, "Once more: "))) {
            throw new WrongUse("The two passphrases differ.");
        }
        return new String(first);
    }

    private static char[] typed(Console console, String prompt) {
        char[] words = console.readPassword(prompt);
        if (words == null) {
            throw new WrongUse("No passphrase was typed.");
        }
        return words;
    }
}
