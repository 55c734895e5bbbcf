package whom.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whom.World;
import whom.database.TestDatabase;
import whom.standings.WhoCommand;
import whom.standings.files.OrganisationFile;

/** What goes out is what came in: the same questions have the same answers. */
class OrganisationExportTest {

    private static final Path CASES = Path.of("src/test/resources/standings");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"02-reorganisation", "09-shares-decimal", "12-two-projects", "20-broker-chain", "24-partner", "25-observer", "26-asked-for-help", "29-team-change"})
    void a_case_that_was_loaded_and_written_again_has_the_same_answers(String name) throws Exception {
        try (TestDatabase house = TestDatabase.fresh()) {
            load(house, CASES.resolve(name).resolve("organisation.json"));
            Path written = write(house);
            Path answers = folder.resolve("answers.json");
            new WhoCommand().run(List.of("--organisation", written.toString(), "--queries", CASES.resolve(name).resolve("queries.json").toString(), "--out", answers.toString()));
            assertThat(json(answers)).isEqualTo(json(CASES.resolve(name).resolve("expected.json")));
        }
    }

    @Test
    void keys_that_different_things_share_are_told_apart_and_the_file_can_be_loaded_elsewhere() throws Exception {
        try (TestDatabase house = TestDatabase.fresh(); TestDatabase other = TestDatabase.fresh()) {
            World world = World.in(house);
            world.raised(World.ANN, World.ANN, World.NETWORK, "zebra subject", "zebra body");
            world.raised(World.ANN, World.ANN, null, "zebra subject", "zebra body");
            Path written = write(house);
            assertThat(Files.readString(written)).contains("\"network.team\"", "\"network.service\"", "ann@example.org").doesNotContain("zebra", "nat@example.org");
            assertThat(OrganisationFile.read(written)).hasSizeGreaterThan(40);
            load(other, written);
            assertThat(other.asOwner().sql("select count(*) from people.membership").query(Long.class).single()).isEqualTo(8);
            assertThat(other.asOwner().sql("select count(*) from tickets.ticket").query(Long.class).single()).isEqualTo(1);
            assertThat(world.knows("select count(*) from log.event where verb = 'house.exported'")).isEqualTo("1");
        }
    }

    private Path write(TestDatabase house) throws Exception {
        try (var owner = house.connectAsOwner()) {
            Path file = folder.resolve("written.json");
            new OrganisationExport(owner, ZoneId.systemDefault()).write(file);
            return file;
        }
    }

    private static void load(TestDatabase house, Path file) throws Exception {
        try (var owner = house.connectAsOwner()) {
            new OrganisationImport(owner, ZoneId.systemDefault()).load(file);
        }
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file);
    }
}
