/** Many tickets at once: lists, views, counts and search, for pages and API. How they are read is told in docs/lists.md. */
@NullMarked
@NamedInterface("listing")
package whom.tickets.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
