/** The dated facts as the resolver sees them: ids, periods, and what has an influence on an answer. */
@NullMarked
@NamedInterface("facts")
package whom.standings.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
