/**
 * Files in: what others kept is loaded by whoever runs the machine, whole or not at all, and on record. A load works as the
 * database's owner, whom no policy holds, so it never runs for a page or the API.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "standings :: facts", "standings :: files", "standings :: findings"})
package whom.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
