package whom.tickets.opened;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.conversations.Conversation;
import whom.conversations.Conversations;
import whom.conversations.Readers;
import whom.tickets.Panel;
import whom.tickets.Ticket;
import whom.tickets.TicketPanel;
import whom.tickets.listing.ListAddress;
import whom.vocabulary.Words;

/** Opening a ticket: all of its page in one transaction, and on record as reading (P5). */
@Component
class Openings {

    private final Conversations conversations;
    private final Readers readers;
    private final OpeningStore store;
    private final List<TicketPanel> panels;
    private final Clock clock;

    Openings(Conversations conversations, Readers readers, OpeningStore store, List<TicketPanel> panels, ObjectProvider<Clock> clock) {
        this.conversations = conversations;
        this.readers = readers;
        this.store = store;
        this.panels = panels.stream().sorted(Comparator.comparingInt(TicketPanel::order)).toList();
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Transactional
    public OpenedTicket open(Ticket ticket, ListAddress address, Words words) {
        Conversation conversation = conversations.open(ticket.id());
        return new OpenedTicket(ticket, store.names(ticket, conversation, words.language().tag()), conversation, Entry.stream(conversation.messages(), store.events(ticket, words)),
                readers.whoCanRead(ticket.id(), words.language().tag()), store.neighbours(ticket), beside(ticket, words), address, clock.instant());
    }

    private List<Panel> beside(Ticket ticket, Words words) {
        return panels.stream().map(p -> p.beside(ticket, words)).flatMap(Optional::stream).toList();
    }
}
