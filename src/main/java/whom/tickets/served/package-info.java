/** Whom a ticket is for: how they stand to its service, who pays, and what the payer can and cannot see, beside the ticket. */
@NullMarked
package whom.tickets.served;

import org.jspecify.annotations.NullMarked;
