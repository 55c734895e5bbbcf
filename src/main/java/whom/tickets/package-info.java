/**
 * Tickets: raised, assigned, passed on, waited for, solved and closed; the desk's lists, views and search over them.
 * Doors: {@code Tickets} for what changes one, {@code TicketLists} for reading many. Who may read a ticket is decided by its
 * conversation. {@code filter} is the filter language.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary"})
package whom.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
