package whom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whom.database.CannotStart;
import whom.database.Postgres;
import whom.kernel.Command;

/** Whoever backs up or asks the wrong folder learns so, instead of having a new, empty house backed up or asked. */
class MissingHouseTest {

    @TempDir
    Path folder;

    @Test
    void a_backup_of_no_house_is_refused_and_makes_neither_house_nor_backup() throws Exception {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "long enough to be a passphrase");
        refused(new BackupCommand(), folder.resolve("a.backup").toString(), "--passphrase-file", passphrase.toString());
        assertThat(folder.resolve("a.backup")).doesNotExist();
    }

    @Test
    void nobody_is_asked_for_where_there_is_no_house() {
        refused(new AskWhoCommand(), "ann@example.org");
        refused(new AdministratorCommand(), "ann@example.org");
    }

    @Test
    void developers_are_told_instead_of_being_given_an_empty_database() {
        refused(new PsqlCommand(), "--sql", "select 1");
    }

    /** Its status asks the mail server to keep the letter: in a house that nobody knows it would be lost. */
    @Test
    void a_letter_is_not_taken_into_a_house_that_is_not_there() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter"), "From: ann@example.org\nTo: help@example.org\nSubject: Help\n\nPlease.\n");
        Path nowhere = folder.resolve("nowhere");
        assumeTrue(!Postgres.isGiven(System.getenv()), "WHOM_DB_URL names a database, so there is one");
        assertThat(new MailDeliverCommand().run(List.of(letter.toString(), "--data", nowhere.toString()))).isEqualTo(75);
        assertThat(nowhere).doesNotExist();
    }

    private void refused(Command command, String... words) {
        assumeTrue(!Postgres.isGiven(System.getenv()), "WHOM_DB_URL names a database, so there is one");
        Path nowhere = folder.resolve("nowhere");
        var all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--data", nowhere.toString()));
        assertThatThrownBy(() -> command.run(all)).isInstanceOf(CannotStart.class).hasMessageContaining("no house").hasMessageContaining("--data");
        assertThat(nowhere).doesNotExist();
    }
}
