/** What is wrong with a set of facts, in plain words. The resolver answers all the same; people mend it. */
@NullMarked
@NamedInterface("findings")
package whom.standings.findings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
