package whom.setup;

import java.util.List;
import java.util.Map;

/** Everything that was answered, before the house is made of it. */
public record SetupCheck(String path, Map<String, String> answers, String vocabulary) {

    public List<Step> steps() {
        return List.of(Step.values());
    }
}
