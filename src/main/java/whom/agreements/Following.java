package whom.agreements;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import whom.conversations.Message;
import whom.conversations.Said;
import whom.tickets.Foreseeing;
import whom.tickets.RaiseTicket;
import whom.tickets.TicketChanged;

/**
 * Clocks follow tickets: what a transaction changed is computed once, before it commits. What changes without saying so here
 * (a load, a mail) is marked by the database and computed by the next {@link Tick}.
 */
@Component
class Following implements Foreseeing {

    private final Computing computing;

    Following(Computing computing) {
        this.computing = computing;
    }

    @Override
    public void before(RaiseTicket raise) {
        computing.foresee(raise);
    }

    @EventListener
    void changed(TicketChanged changed) {
        later(changed.ticket());
    }

    @EventListener
    void said(Said said) {
        if (said.kind() != Message.Kind.SIDE) {
            later(said.conversation());
        }
    }

    private void later(long ticket) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        @SuppressWarnings("unchecked")
        var tickets = (Set<Long>) TransactionSynchronizationManager.getResource(this);
        if (tickets == null) {
            tickets = new LinkedHashSet<>();
            TransactionSynchronizationManager.bindResource(this, tickets);
            TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(tickets));
        }
        tickets.add(ticket);
    }

    private final class AtTheEnd implements TransactionSynchronization {

        private final Set<Long> tickets;

        AtTheEnd(Set<Long> tickets) {
            this.tickets = tickets;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            tickets.forEach(computing::compute);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Following.this);
        }
    }
}
