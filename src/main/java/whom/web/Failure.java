package whom.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whom.kernel.Refused;
import whom.vocabulary.Words;

/**
 * What went wrong, as it may be told outside.
 *
 * @param code what a program may go by: the status's, or the refusal's key
 * @param field the field that a refusal is about, or null
 * @param reference on our own faults only: it finds the whole story in the logs
 * @param more what a program is told besides
 */
public record Failure(int status, String code, @Nullable String field, String title, String text, @Nullable String reference, Map<String, Object> more) {

    private static final Set<Integer> WORDED = Set.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 429, 500, 503, 504);

    static Failure of(int status, @Nullable String reference, Words words) {
        int worded = WORDED.contains(status) ? status : status >= 500 ? 500 : 400;
        String key = "web.failure." + worded;
        return new Failure(status, key, null, words.say(key + ".title"), words.say(key + ".text"), reference, Map.of());
    }

    Failure with(Map<String, Object> more) {
        return new Failure(status, code, field, title, text, reference, Map.copyOf(more));
    }

    static Failure of(Refused refused, Words words) {
        return new Failure(422, refused.key(), refused.field().isEmpty() ? null : refused.field(),
                words.say("web.failure.422.title"), words.say(refused.key(), refused.arguments()), null, Map.of());
    }
}
