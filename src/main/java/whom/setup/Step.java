package whom.setup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One page of the set-up: one question, which takes one answer or two. */
public enum Step {
    ORGANISATION("organisation"), PERSON("name", "address"), PASSWORD("password"), WORDS("vocabulary"), TEAM("team", "member"), SERVICE("service");

    private final List<String> answers;

    Step(String... answers) {
        this.answers = List.of(answers);
    }

    public List<String> answers() {
        return answers;
    }

    /** As addresses and texts write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean answeredIn(Map<String, String> given) {
        return given.keySet().containsAll(answers);
    }

    static Optional<Step> ofKey(String key) {
        return Stream.of(values()).filter(step -> step.key().equals(key)).findFirst();
    }
}
