package whom.mail.queues;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a queue's mails bear. What is empty holds as for the next wider one: the service above, the team, the desk.
 *
 * @param address one at which mail comes in here; "" for none of its own
 * @param name by language, as the signature
 */
record Sender(QueueKey queue, String address, Map<String, String> name, Map<String, String> signature, @Nullable Instant at, String by) {

    Sender {
        name = Map.copyOf(name);
        signature = Map.copyOf(signature);
    }

    static Sender none(QueueKey queue) {
        return new Sender(queue, "", Map.of(), Map.of(), null, "");
    }
}
