package whom.portal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.conversations.Conversation;
import whom.conversations.MailWishes;
import whom.conversations.Reader;
import whom.conversations.Reading;
import whom.conversations.SealBreak;
import whom.conversations.Side;
import whom.tickets.Ticket;

/** One request, as the one served, or somebody let in, sees it. */
public record RequestPage(Ticket ticket, State state, Conversation conversation, List<Reader> readers, @Nullable List<Reading> readings, List<Side> sides,
                          List<SealBreak> seals, String team, String service, String draft, @Nullable String raiser, MailWishes.Wish mails) {

    public String number() {
        return ticket.number();
    }

    public boolean served() {
        return conversation.serves();
    }

    public @Nullable Instant promise() {
        return ticket.hasPromise() && ticket.stage().isOpen() ? ticket.due() : null;
    }

    public boolean open() {
        return ticket.stage().isOpen();
    }
}
