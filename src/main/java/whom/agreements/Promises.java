package whom.agreements;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.tickets.Ticket;
import whom.tickets.Tickets;

/** What is promised for a ticket and how it stands, for who works on it. */
@Component
class Promises {

    private final Tickets tickets;
    private final Computing computing;
    private final ClockStore store;
    private final java.time.Clock clock;

    Promises(Tickets tickets, Computing computing, ClockStore store, org.springframework.beans.factory.ObjectProvider<java.time.Clock> clock) {
        this.tickets = tickets;
        this.computing = computing;
        this.store = store;
        this.clock = clock.getIfAvailable(java.time.Clock::systemUTC);
    }

    /** @throws NotFound also for whoever reads it and does not work on it */
    @Transactional(readOnly = true)
    public ClockPage of(String number, String language) {
        Ticket ticket = tickets.find(number);
        if (!ticket.isWorkedOnBy()) {
            throw new NotFound();
        }
        Computing.Read read = computing.read(ticket.id());
        boolean nothing = read.promise().isEmpty() && read.behind().isEmpty();
        return ClockPage.of(ticket.number(), read, nothing ? java.util.Map.of() : store.under(ticket.id(), language), clock.instant());
    }
}
