package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whom.kernel.WrongUse;

class CalendarEvalTest {

    @TempDir
    private Path folder;

    @Test
    void what_has_no_answer_stands_under_refused_with_its_reason_and_the_rest_is_answered() throws Exception {
        JsonNode answers = eval("""
                {"vectors": [
                  {"id": "never", "calendar": {"zone": "UTC", "week": {}}, "op": "add", "from": "2026-01-01T00:00:00Z", "minutes": 60},
                  {"id": "25", "calendar": {"zone": "UTC", "week": {"mon": [["25:00", "26:00"]]}}, "op": "open", "from": "2026-01-01T00:00:00Z"},
                  {"id": "60", "calendar": {"zone": "UTC", "week": {"mon": [["09:00", "18:60"]]}}, "op": "open", "from": "2026-01-01T00:00:00Z"},
                  {"id": "zone", "calendar": {"zone": "Mars/Olympus", "week": {}}, "op": "open", "from": "2026-01-01T00:00:00Z"},
                  {"id": "fine", "calendar": {"zone": "UTC", "week": {"thu": [["00:00", "24:00"]]}}, "op": "open", "from": "2026-01-01T00:00:00Z"}],
                 "scenarios": [
                  {"id": "nothing", "calendar": {"zone": "UTC", "week": {}}, "targets": {"solution": 0}, "model": {}, "timeline": [], "checks": []}]}
                """);
        assertThat(answers.path("refused").propertyNames()).containsExactlyInAnyOrder("never", "25", "60", "zone", "nothing");
        assertThat(answers.path("vectors").path("fine").asBoolean()).isTrue();
        assertThat(answers.path("vectors").size()).isEqualTo(1);
    }

    @Test
    void a_model_that_is_not_known_is_refused_rather_than_guessed() throws Exception {
        JsonNode answers = eval("""
                {"scenarios": [{"id": "odd", "calendar": {"zone": "UTC", "week": {}}, "targets": {}, "model": {"update_runs": "by the moon"},
                  "timeline": [{"at": "2026-01-01T00:00:00Z", "event": "created"}], "checks": []}]}
                """);
        assertThat(answers.path("refused").path("odd").asString()).contains("by the moon");
    }

    @Test
    void a_file_that_is_not_there_is_wrong_use() {
        assertThatThrownBy(() -> new CalendarEval().run(List.of("nowhere.json", "--out", "x"))).isInstanceOf(WrongUse.class);
    }

    private JsonNode eval(String asked) throws Exception {
        Path in = Files.writeString(folder.resolve("in.json"), asked);
        Path out = folder.resolve("out.json");
        assertThat(new CalendarEval().run(List.of(in.toString(), "--out", out.toString()))).isZero();
        return JsonMapper.builder().build().readTree(out.toFile());
    }
}
