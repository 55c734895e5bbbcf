/** From whom a mail goes: each service and each team may have an address, a name and a signature of its own. */
@NullMarked
package whom.mail.queues;

import org.jspecify.annotations.NullMarked;
