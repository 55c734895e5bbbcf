package whom.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.CannotStart;
import whom.database.TestDatabase;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class NightlyTest {

    private final RunningWhom whom;
    private final World world;
    private final TestDatabase database;
    private final Path folder;
    private final Path passphrase;

    NightlyTest(RunningWhom whom, TestDatabase database, @TempDir Path folder) {
        this.whom = whom;
        this.database = database;
        this.world = World.in(database);
        this.folder = folder.resolve("backups");
        this.passphrase = folder.resolve("passphrase");
    }

    @AfterEach
    void forget() {
        List.of("WHOM_BACKUP_FOLDER", "WHOM_BACKUP_PASSPHRASE_FILE").forEach(System::clearProperty);
    }

    @Test
    @Order(1)
    void who_administers_is_warned_that_there_is_none_and_how_to_have_one() {
        assertThat(page(World.HAL).body()).contains("No backup was made yet. What is lost now", "WHOM_BACKUP_FOLDER");
        assertThat(page(World.FAY).status()).isEqualTo(403);
        assertThat(world.sees(World.FAY, "select file from backup.attempts()")).isEmpty();
    }

    @Test
    @Order(2)
    void one_that_fails_is_seen_with_its_reason_and_tried_again() {
        assertThat(backups(2).doWhatIsDue()).isFalse();
        System.setProperty("WHOM_BACKUP_FOLDER", folder.toString());
        System.setProperty("WHOM_BACKUP_PASSPHRASE_FILE", passphrase.toString());
        assertThat(page(World.HAL).body()).contains("Failed", "cannot be read", "at 01:30", "the newest 14").doesNotContain("sets WHOM_BACKUP_FOLDER");
        assertThat(world.knows("select failures || ' ' || (due_at between now() and now() + interval '1 hour') from jobs.chore where name = 'backup.nightly'")).isEqualTo("1 true");
    }

    @Test
    @Order(3)
    void it_is_made_once_however_many_nodes_look_and_the_newest_stay() throws IOException {
        Files.writeString(passphrase, "correct horse battery staple\n");
        Files.createDirectories(folder);
        for (String name : List.of("whom-20200101T013000Z.backup", "whom-20200102T013000Z.backup", ".whom-20200103T013000Z.backup.17.part", "whom-kept-by-hand.backup", "notes.txt")) {
            Files.writeString(folder.resolve(name), "x");
        }
        due();
        assertThat(backups(2).doWhatIsDue()).isTrue();
        assertThat(backups(2).doWhatIsDue()).isFalse();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("whom-20261122T103000Z.backup", "whom-20200102T013000Z.backup", "whom-kept-by-hand.backup", "notes.txt");
        }
        assertThat(new Restore(folder.resolve("whom-20261122T103000Z.backup"), Passphrase.in(passphrase), said -> {}).check().rows()).isGreaterThan(50);
        assertThat(page(World.HAL).body()).contains("Made", "whom-20261122T103000Z.backup").doesNotContain("No backup was made yet", "older than two days");
        assertThat(world.knows("select count(*) from log.event where verb = 'house.backed_up'")).isEqualTo("1");
    }

    @Test
    @Order(4)
    void one_that_is_too_old_is_warned_of() {
        world.makes("update backup.attempt set at = at - interval '49 hours'");
        assertThat(page(World.HAL).body()).contains("The last backup is older than two days.");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T00:00, PT1H30M", "2026-11-22T01:00, PT24H30M", "2026-11-22T01:30, PT24H", "2026-11-22T12:00, PT13H30M", "2026-10-25T01:30, PT25H", "2026-03-29T01:30, PT23H"})
    void the_next_is_made_at_the_hour_and_never_twice_a_night(String now, Duration next) {
        var nightly = new Nightly(folder, passphrase, 1, LocalTime.of(1, 30));
        assertThat(nightly.untilNext(LocalDateTime.parse(now).atZone(ZoneId.of("Europe/Berlin")))).isEqualTo(next);
    }

    @Test
    void settings_that_do_not_fit_together_keep_whom_from_starting() {
        assertThat(Nightly.of(Map.<String, String>of()::get)).isEmpty();
        refused("WHOM_BACKUP_PASSPHRASE_FILE", Map.of("WHOM_BACKUP_FOLDER", "/b"));
        refused("WHOM_BACKUP_KEEP", Map.of("WHOM_BACKUP_FOLDER", "/b", "WHOM_BACKUP_PASSPHRASE_FILE", "/p", "WHOM_BACKUP_KEEP", "0"));
        refused("WHOM_BACKUP_AT", Map.of("WHOM_BACKUP_FOLDER", "/b", "WHOM_BACKUP_PASSPHRASE_FILE", "/p", "WHOM_BACKUP_AT", "25:00"));
    }

    private static void refused(String setting, Map<String, String> environment) {
        assertThatThrownBy(() -> Nightly.of(environment::get)).isInstanceOf(CannotStart.class).hasMessageContaining(setting);
    }

    private Visit.Answer page(long person) {
        try (Visit visit = Visit.by(world, whom, person)) {
            return visit.get("/backups");
        }
    }

    private NightlyBackups backups(int keep) {
        return new NightlyBackups(new Nightly(folder, passphrase, keep, LocalTime.of(1, 30)), database::connectAsOwner, Clock.fixed(Instant.parse("2026-11-22T10:30:00Z"), ZoneId.of("Europe/Berlin")));
    }

    private void due() {
        world.makes("update jobs.chore set due_at = now() where name = 'backup.nightly'");
    }
}
