package whom.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.conversations.Conversation;
import whom.conversations.Reader;
import whom.conversations.Reading;
import whom.tickets.Ticket;

/** A request as the one served follows it, or somebody whom they let in; {@code readings} is for the one served alone. */
public record RequestPage(Ticket ticket, Progress progress, Conversation conversation, List<Reader> readers, @Nullable List<Reading> readings) {}
