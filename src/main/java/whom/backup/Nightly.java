package whom.backup;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import whom.database.CannotStart;

/**
 * What the environment says about backups by night. It is a matter of the machine, so no page changes it.
 *
 * @param keep how many are left in the folder
 * @param at   by the clock of the machine
 */
public record Nightly(Path folder, Path passphraseFile, int keep, LocalTime at) {

    private static final Duration LEAST = Duration.ofHours(1);

    /** @param setting what a setting is, or null @throws CannotStart when they do not fit together; none when no folder is named */
    public static Optional<Nightly> of(UnaryOperator<@Nullable String> setting) {
        String folder = or(setting, "WHOM_BACKUP_FOLDER", "");
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        String passphrase = or(setting, "WHOM_BACKUP_PASSPHRASE_FILE", "");
        if (passphrase.isEmpty()) {
            throw new CannotStart("WHOM_BACKUP_FOLDER is set, so WHOM_BACKUP_PASSPHRASE_FILE is needed too: the file that holds what backups are sealed with.");
        }
        return Optional.of(new Nightly(Path.of(folder).toAbsolutePath(), Path.of(passphrase).toAbsolutePath(), keep(or(setting, "WHOM_BACKUP_KEEP", "14")), at(or(setting, "WHOM_BACKUP_AT", "01:30"))));
    }

    /** Tomorrow's where today's is near or past, so that none is made twice. */
    Duration untilNext(ZonedDateTime now) {
        ZonedDateTime today = now.with(at);
        return Duration.between(now, today.isAfter(now.plus(LEAST)) ? today : now.plusDays(1).with(at));
    }

    private static int keep(String said) {
        if (!said.matches("[1-9]\\d{0,3}")) {
            throw new CannotStart("WHOM_BACKUP_KEEP takes a number from 1 to 9999, not \"" + said + "\".");
        }
        return Integer.parseInt(said);
    }

    private static LocalTime at(String said) {
        try {
            return LocalTime.parse(said);
        } catch (DateTimeException e) {
            throw new CannotStart("WHOM_BACKUP_AT takes a time of the day such as 01:30, not \"" + said + "\".", e);
        }
    }

    private static String or(UnaryOperator<@Nullable String> setting, String name, String otherwise) {
        String said = setting.apply(name);
        return said == null || said.isBlank() ? otherwise : said.strip();
    }
}
