/**
 * The floor under every module: commands, clock, SQL, rows, paging and refusals.
 * Knows nothing of service desks; whoever needs a domain noun is in the wrong package.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package whom.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
