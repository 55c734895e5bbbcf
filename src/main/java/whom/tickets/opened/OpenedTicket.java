package whom.tickets.opened;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.conversations.Conversation;
import whom.conversations.Message;
import whom.conversations.Reader;
import whom.tickets.Panel;
import whom.tickets.Ticket;
import whom.tickets.listing.ListAddress;
import whom.tickets.listing.RowTag;
import whom.vocabulary.Words;

/** A ticket's page. */
public record OpenedTicket(Ticket ticket, Names names, Conversation conversation, List<Entry> stream, List<Reader> readers, List<Neighbour> neighbours, List<Panel> panels,
                           ListAddress address, Instant now) {

    public OpenedTicket {
        stream = List.copyOf(stream);
        readers = List.copyOf(readers);
        neighbours = List.copyOf(neighbours);
        panels = List.copyOf(panels);
    }

    public boolean works() {
        return ticket.isWorkedOnBy();
    }

    /** Where forms come back to. */
    public String here() {
        return address.ticket(ticket.number());
    }

    public String path(String noun) {
        return "/tickets/" + ticket.number() + "/" + noun;
    }

    public List<Neighbour> linked() {
        return neighbours.stream().filter(n -> !n.how().equals("same")).toList();
    }

    public List<Neighbour> others() {
        return neighbours.stream().filter(n -> n.how().equals("same")).toList();
    }

    /** Whatever was said last, so that an answer notices what came meanwhile. */
    public String seen() {
        List<Message> messages = conversation.messages();
        return messages.isEmpty() ? "" : messages.getLast().publicId().toString();
    }

    public @Nullable RowTag promise(Words words) {
        return ticket.stage().isOpen() && ticket.hasPromise() ? RowTag.promise(Duration.between(now, ticket.due()), words) : null;
    }
}
