package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whom.agreements.eval.VectorFile;

/** What other products' own tests say about working time and clocks; {@code calendars/vectors.json} names each source. */
class VectorsTest {

    private static JsonNode asked;
    private static JsonNode answers;

    @BeforeAll
    static void answer() throws IOException {
        var json = JsonMapper.builder().build();
        try (var in = VectorsTest.class.getResourceAsStream("/calendars/vectors.json")) {
            asked = json.readTree(in);
        }
        answers = new VectorFile(json).answer(asked);
    }

    @Test
    void every_vector_is_answered_as_its_source_says() {
        var wrong = new ArrayList<String>();
        for (JsonNode vector : asked.path("vectors")) {
            JsonNode got = answers.path("vectors").path(vector.path("id").asString());
            JsonNode want = vector.has("expectedSeconds") ? vector.path("expectedSeconds") : vector.path("expected");
            if (!same(want, got, 0)) {
                wrong.add(vector.path("id").asString() + ": want " + want + ", got " + got);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked.path("vectors").size()).isGreaterThan(270);
    }

    @Test
    void every_scenario_reads_as_its_source_says_targets_in_days_too() {
        var wrong = new ArrayList<String>();
        for (JsonNode scenario : asked.path("scenarios")) {
            String id = scenario.path("id").asString();
            for (int i = 0; i < scenario.path("checks").size(); i++) {
                for (String why : differences(scenario.path("checks").path(i), answers.path("scenarios").path(id).path(i))) {
                    wrong.add(id + " check " + i + ": " + why);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked.path("scenarios").size()).isGreaterThan(40);
    }

    private static List<String> differences(JsonNode check, JsonNode got) {
        var wrong = new ArrayList<String>();
        for (String field : List.of("due", "used", "margin", "breached", "done", "paused_seconds")) {
            check.path(field).properties().forEach(want -> {
                JsonNode value = got.path(field).path(want.getKey());
                if (!same(want.getValue(), value, check.path("tolerance_seconds").asInt(0))) {
                    wrong.add(field + " " + want.getKey() + " want " + want.getValue() + ", got " + value);
                }
            });
        }
        for (JsonNode level : check.path("levels")) {
            if (StreamSupport.stream(got.path("levels").spliterator(), false).noneMatch(l -> l.path("clock").equals(level.path("clock"))
                    && l.path("minutes_from_due").asLong() == level.path("minutes_from_due").asLong() && same(level.path("at"), l.path("at"), 0))) {
                wrong.add("level " + level);
            }
        }
        return wrong;
    }

    private static boolean same(JsonNode want, JsonNode got, int tolerance) {
        if (want.isNull() || want.isMissingNode()) {
            return got.isNull() || got.isMissingNode();
        }
        if (want.isNumber()) {
            return got.isNumber() && Math.abs(want.asDouble() - got.asDouble()) < 1e-6;
        }
        OffsetDateTime wanted = time(want);
        OffsetDateTime given = time(got);
        return wanted != null && given != null
                ? Math.abs(wanted.toEpochSecond() - given.toEpochSecond()) <= tolerance
                : want.equals(got);
    }

    private static @Nullable OffsetDateTime time(JsonNode node) {
        return node.isString() && node.asString().contains("T") ? OffsetDateTime.parse(node.asString()) : null;
    }
}
