package whom.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.conversations.Conversations;
import whom.conversations.Person;
import whom.conversations.Readers;
import whom.conversations.Upload;
import whom.kernel.Refused;
import whom.tickets.Priority;
import whom.tickets.RaiseTicket;
import whom.tickets.Raised;
import whom.tickets.Tickets;

/** Makes a ticket of what somebody wrote in their own words. */
@Component
class Asking {

    private static final int SUBJECT = 90;

    private final Tickets tickets;
    private final Readers readers;
    private final PortalStore store;
    private final Conversations conversations;

    Asking(Tickets tickets, Readers readers, PortalStore store, Conversations conversations) {
        this.tickets = tickets;
        this.readers = readers;
        this.store = store;
        this.conversations = conversations;
    }

    /** @return the number. @throws Refused when nothing was written, or it is not clear for whom it is */
    @Transactional
    String ask(String what, String service, String whom, List<Upload> files, String language) {
        if (what.isBlank()) {
            throw new Refused("what", "portal.help.empty");
        }
        Long about = service.isEmpty() ? null : store.service(service).orElseThrow(() -> new Refused("service", "portal.help.service_unknown"));
        Raised raised = tickets.raise(new RaiseTicket("incident", served(whom), about, null, subject(what), what, Priority.USUAL, "web", language));
        conversations.attach(raised.message(), files);
        return raised.number();
    }

    private long served(String whom) {
        if (whom.isBlank()) {
            return Actor.id();
        }
        List<Person> found = readers.colleagues(whom);
        if (found.size() != 1) {
            throw new Refused("whom", found.isEmpty() ? "portal.help.whom_unknown" : "portal.help.whom_several");
        }
        return found.getFirst().id();
    }

    /** The first sentence or line, as far as it fits, cut at a word. */
    static String subject(String what) {
        String first = what.strip().split("(?<=[.!?])\\s|\\R", 2)[0].strip();
        if (first.length() <= SUBJECT) {
            return first;
        }
        int space = first.lastIndexOf(' ', SUBJECT - 1);
        return first.substring(0, space > SUBJECT / 2 ? space : SUBJECT - 1) + "…";
    }
}
