package whom.setup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whom.web.Choice;

/** A question with what was answered before; {@code back} is null on the first. */
public record SetupPage(String path, Step step, Map<String, String> answers, List<Choice> vocabularies, @Nullable String back) {

    public int number() {
        return step.ordinal() + 1;
    }

    public int last() {
        return Step.values().length;
    }

    public @Nullable String answer(String name) {
        return answers.get(name);
    }
}
