package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.kernel.WrongUse;
import whom.standings.files.BadFile;

class WhoCommandTest {

    private static final String SMALL = """
            {"about": "one unit", "later": [1, 2],
             "units": [{"id": "acme", "placements": [{"from": "2020-01-01"}]}],
             "people": [{"id": "ann", "memberships": [{"unit": "acme", "primary": true, "from": "2020-01-01", "to": null}]}],
             "services": [{"id": "mail", "parent": null}],
             "fundings": [{"id": "f1", "service": "mail", "scope": {"unit": "acme", "person": null}, "payer": {"unit": "acme"},
                           "share": "100.0", "from": "2020-01-01"}]}
            """;
    private static final String ASKED = """
            [{"q": "pays", "person": "ann", "service": "mail", "at": "2026-01-01"}]""";

    @TempDir
    Path folder;

    @Test
    void answers_are_written_into_a_folder_that_is_made_for_them() throws Exception {
        assertThat(run(SMALL, ASKED, "deep/results.json")).isZero();
        assertThat(folder.resolve("deep/results.json")).hasContent("""
                [
                {"payers":[{"funding":"f1","payer":{"unit":"acme"},"share":"100","sponsors":[]}]}
                ]
                """);
    }

    @Test
    void no_questions_have_no_answers() throws Exception {
        run(SMALL, "[]", "results.json");
        assertThat(folder.resolve("results.json")).hasContent("[]\n");
    }

    @Test
    void a_packed_file_is_read_too() throws Exception {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.json.gz")))) {
            out.write(SMALL.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("queries.json"), ASKED);
        assertThat(run("packed.json.gz", "results.json")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "2020-01-01", "to": null    | "2020-13-01"           | line 3, people[0].memberships[0].from: is not a date
            "share": "100.0"            | "share": "1e2"         | line 5, fundings[0].share: is not a percentage
            "share": "100.0"            | "share": 100.5         | line 5, fundings[0].share: is not more than 0 and at most 100
            "share": "100.0"            | "share": 0             | line 5, fundings[0].share: is not more than 0 and at most 100
            "primary": true             | "primary": "yes"       | line 3, people[0].memberships[0].primary: is neither true nor false
            "person": null              | "person": "ann"        | line 5, fundings[0].scope: names one of
            "payer": {"unit": "acme"}   | "payer": {}            | line 5, fundings[0].payer: names one of
            "payer": {"unit": "acme"}   | "payer": {"unit": "x"} | f1 names the unit "x", which is not in the file
            "id": "mail"                | "id": "ann"            | the id "ann" is given twice
            [1, 2],                     | [1, 2], "id",          | line 1, column
            "services": [               | "services": 5, "x": [  | line 4, services: is not a list
            """)
    void a_bad_organisation_is_told_with_the_place_and_nothing_is_written(String good, String bad, String told) throws Exception {
        assertThat(SMALL).contains(good);
        assertThatThrownBy(() -> run(SMALL.replace(good, bad), ASKED, "results.json"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("organisation.json: ").hasMessageContaining(told);
        assertThat(written()).containsExactly("organisation.json", "queries.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "pays"                  | "owes"                     | line 1, [0].q: is none of
            "ann"                   | "bob"                      | line 1, [0].person: the organisation has no person "bob"
            "mail"                  | "acme"                     | line 1, [0].service: the organisation has no service "acme"
            , "at": "2026-01-01"    | `` | line 1, [0].at: is missing
            }]                      | }                          | is not well-formed JSON
            }]                      | }]]                        | is not well-formed JSON
            [{                      | {                          | is not a JSON list
            """)
    void bad_questions_are_told_with_the_place_and_nothing_is_written(String good, String bad, String told) throws Exception {
        assertThat(ASKED).contains(good);
        assertThatThrownBy(() -> run(SMALL, ASKED.replace(good, bad), "results.json"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("queries.json: ").hasMessageContaining(told);
        assertThat(written()).containsExactly("organisation.json", "queries.json");
    }

    @Test
    void answers_that_were_there_stay_when_the_questions_are_bad() throws Exception {
        run(SMALL, ASKED, "results.json");
        assertThatThrownBy(() -> run(SMALL, "[{}]", "results.json")).isInstanceOf(BadFile.class);
        assertThat(folder.resolve("results.json")).content().contains("f1");
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThatThrownBy(() -> run("none.json", "results.json"))
                .isInstanceOf(BadFile.class).hasMessageContaining("none.json: there is no such file");
    }

    @Test
    void without_files_it_is_wrong_use() {
        assertThatThrownBy(() -> new WhoCommand().run(List.of("--queries", "a.json", "--out", "b.json")))
                .isInstanceOf(WrongUse.class).hasMessageContaining("--organisation");
        assertThatThrownBy(() -> new WhoCommand().run(List.of("ann", "--organisation", "a.json", "--queries", "a.json", "--out", "b.json")))
                .isInstanceOf(WrongUse.class).hasMessageContaining("ann");
        assertThatThrownBy(() -> new WhoCommand().run(List.of("--organisation", "a.json", "--out", "b.json")))
                .isInstanceOf(WrongUse.class).hasMessageContaining("--queries");
    }

    @Test
    void answers_cannot_replace_a_folder() {
        assertThatThrownBy(() -> run(SMALL, ASKED, ".")).isInstanceOf(WrongUse.class).hasMessageContaining("is a folder");
    }

    private int run(String organisation, String queries, String out) throws Exception {
        Files.writeString(folder.resolve("organisation.json"), organisation);
        Files.writeString(folder.resolve("queries.json"), queries);
        return run("organisation.json", out);
    }

    private int run(String organisation, String out) throws Exception {
        return new WhoCommand().run(List.of("--organisation", folder.resolve(organisation).toString(),
                "--queries", folder.resolve("queries.json").toString(), "--out", folder.resolve(out).toString()));
    }

    private List<String> written() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
