/** Persons, units as trees (D6), memberships, heads, budget holders and teams. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary", "web", "api", "facts"})
package whom.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
