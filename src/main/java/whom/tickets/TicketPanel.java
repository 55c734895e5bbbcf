package whom.tickets;

import java.util.Optional;
import whom.vocabulary.Words;

/**
 * What another module shows beside a ticket, such as who they are to this service, who pays in what shares, promises, devices.
 * Declare it as a bean. It is asked within the page's transaction, for the one who looks: what they may not know it leaves out.
 */
public interface TicketPanel {

    Optional<Panel> beside(Ticket ticket, Words words);

    /** Smaller stands first. */
    default int order() {
        return 100;
    }
}
