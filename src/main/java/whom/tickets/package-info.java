/**
 * Tickets: raised, assigned, passed on, waited for, solved and closed; the desk's lists, views and search over them.
 * The door is {@link whom.tickets.Tickets}. {@code listing} reads many tickets, {@code opened} shows one, {@code served} whom it is for, {@code filter} is the
 * filter language. Who may read a ticket is decided by its conversation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "jobs", "calendars", "vocabulary", "web", "api", "standings", "conversations", "mail"})
package whom.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
