/** One ticket as an agent sees it: what was said and what happened in one stream, the composer, and whom it is for. */
@NullMarked
package whom.tickets.opened;

import org.jspecify.annotations.NullMarked;
