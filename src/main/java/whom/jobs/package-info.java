/**
 * What is done again and again without anybody asking. A module offers a {@link whom.jobs.Chore}; among all nodes one does it,
 * once each time, together with the note that it was done.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access"})
package whom.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
