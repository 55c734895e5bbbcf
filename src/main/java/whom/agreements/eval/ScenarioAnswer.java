package whom.agreements.eval;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import whom.agreements.Clock;
import whom.agreements.ClockRules;
import whom.agreements.Clocks;
import whom.agreements.Reading;
import whom.agreements.Target;

/** One ticket: its clocks at each moment that is asked for. */
final class ScenarioAnswer {

    private final JsonMapper json;
    private final CalendarJson calendars;

    ScenarioAnswer(JsonMapper json, CalendarJson calendars) {
        this.json = json;
        this.calendars = calendars;
    }

    JsonNode answer(JsonNode scenario) {
        ClockRules rules = RulesJson.read(scenario.path("model"));
        var timeline = new TimelineJson(scenario, calendars);
        ArrayNode answers = json.createArrayNode();
        for (JsonNode check : scenario.path("checks")) {
            OffsetDateTime at = OffsetDateTime.parse(check.path("at").asString());
            var readings = Clocks.read(rules, timeline.atCreation, timeline.events, at.toInstant());
            answers.add(answer(check, readings, at.getOffset()));
        }
        return answers;
    }

    private ObjectNode answer(JsonNode check, Map<Clock, Reading> readings, ZoneOffset offset) {
        ObjectNode answer = json.createObjectNode();
        answer.set("at", check.path("at"));
        ObjectNode due = answer.putObject("due");
        due.put("next", text(Clocks.next(readings).orElse(null), offset));
        ObjectNode used = answer.putObject("used");
        ObjectNode margin = answer.putObject("margin");
        ObjectNode breached = answer.putObject("breached");
        ObjectNode done = answer.putObject("done");
        ObjectNode paused = answer.putObject("paused_seconds");
        readings.forEach((clock, reading) -> {
            String name = RulesJson.name(clock);
            due.put(name, text(reading.due(), offset));
            used.put(name, minutes(reading.used()));
            margin.put(name, margin(reading));
            breached.put(name, reading.breached());
            done.put(name, text(reading.done(), offset));
            paused.put(name, reading.paused().toSeconds());
        });
        answer.set("levels", levels(check.path("levels"), readings, offset));
        return answer;
    }

    private ArrayNode levels(JsonNode asked, Map<Clock, Reading> readings, ZoneOffset offset) {
        ArrayNode levels = json.createArrayNode();
        for (JsonNode level : asked) {
            long minutes = level.path("minutes_from_due").asLong();
            Reading reading = readings.get(RulesJson.clock(level.path("clock").asString()));
            if (reading != null) {
                reading.level(Duration.ofMinutes(minutes)).ifPresent(at -> levels.addObject()
                        .put("clock", level.path("clock").asString()).put("minutes_from_due", minutes).put("at", text(at, offset)));
            }
        }
        return levels;
    }

    private static @Nullable String text(@Nullable Instant t, ZoneOffset offset) {
        return t == null ? null : VectorAnswer.text(t, offset);
    }

    private static @Nullable Long minutes(@Nullable Duration time) {
        return time == null ? null : time.toMinutes();
    }

    /** From whole minutes used, as the file counts: half a minute more is no margin lost. */
    private static @Nullable Long margin(Reading reading) {
        return reading.used() != null && reading.promise().target() instanceof Target.Time(Duration time)
                ? (Long) (time.toMinutes() - reading.used().toMinutes()) : null;
    }
}
