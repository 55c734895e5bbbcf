package whom.agreements.eval;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file of vectors and scenarios, answered one by one. What cannot be answered is refused with its reason; the rest goes on. */
public final class VectorFile {

    private final JsonMapper json;
    private final CalendarJson calendars = new CalendarJson();

    public VectorFile(JsonMapper json) {
        this.json = json;
    }

    public ObjectNode answer(JsonNode file) {
        ObjectNode answers = json.createObjectNode();
        ObjectNode refused = json.createObjectNode();
        var vectors = new VectorAnswer(json, calendars);
        var scenarios = new ScenarioAnswer(json, calendars);
        answers.set("vectors", each(file.path("vectors"), vectors::answer, refused));
        answers.set("scenarios", each(file.path("scenarios"), s -> Optional.of(scenarios.answer(s)), refused));
        answers.set("refused", refused);
        return answers;
    }

    private ObjectNode each(JsonNode asked, Function<JsonNode, Optional<JsonNode>> answer, ObjectNode refused) {
        ObjectNode answers = json.createObjectNode();
        for (JsonNode one : asked) {
            String id = one.path("id").asString();
            try {
                answer.apply(one).ifPresentOrElse(found -> answers.set(id, found), () -> refused.put(id, VectorAnswer.OUT_OF_REACH));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                refused.put(id, e.getMessage());
            }
        }
        return answers;
    }
}
