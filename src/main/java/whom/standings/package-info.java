/**
 * Who stands where to a service: derived from dated facts on the day that is asked about, never typed in.
 * The door is {@link whom.standings.Resolver}, which is pure: it reads {@link whom.standings.Facts}, wherever they come from.
 * Facts are records in {@code facts}; {@code files} reads and writes them as JSON; {@code findings} checks them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary", "web", "api", "facts", "people"})
package whom.standings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
