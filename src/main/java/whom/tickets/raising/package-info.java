/** A new ticket by an agent, for somebody on the phone or at the counter. */
@NullMarked
package whom.tickets.raising;

import org.jspecify.annotations.NullMarked;
