package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whom.standings.files.Answers;
import whom.standings.files.OrganisationFile;
import whom.standings.files.QuestionsFile;
import whom.standings.findings.Finding;
import whom.standings.findings.Findings;

/** The shared vectors: each folder is a small world, questions about it, and the answers. */
class SharedCasesTest {

    static final Path CASES = Path.of("src/test/resources/standings");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> every_case_is_answered_as_expected() throws IOException {
        return cases().stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    @TestFactory
    Stream<DynamicTest> every_case_is_well_formed_but_for_what_it_shows() throws IOException {
        return cases().stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(),
                () -> assertThat(Findings.in(OrganisationFile.read(folder.resolve("organisation.json"))))
                        .extracting(Finding::kind)
                        .isSubsetOf(Finding.Kind.SHARES, Finding.Kind.BROKER_CYCLE, Finding.Kind.BROKEN_CHAIN)));
    }

    private static void check(Path folder) {
        var facts = new Organisation(OrganisationFile.read(folder.resolve("organisation.json")));
        List<Question> questions = QuestionsFile.read(folder.resolve("queries.json"), facts);
        var answers = new Answers(new Resolver(facts));
        List<JsonNode> expected = new ArrayList<>();
        JsonMapper.shared().readTree(folder.resolve("expected.json")).forEach(expected::add);

        assertThat(questions).hasSameSizeAs(expected);
        for (int n = 0; n < questions.size(); n++) {
            assertThat(answers.to(questions.get(n))).as("#%d %s", n + 1, questions.get(n)).isEqualTo(expected.get(n));
        }
    }
}
