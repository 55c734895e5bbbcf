package whom.conversations;

import java.util.List;
import java.util.Map;

/** What became of the mails that carry a conversation's messages; the mail module knows. */
public interface Deliveries {

    /** By message, as far as the one who asks may know: whoever works on it. */
    Map<Long, List<Delivery>> of(long conversation);
}
