/** Services as a tree, what they offer and what they produce, who provides them and which team answers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary", "web", "api", "people"})
package whom.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
