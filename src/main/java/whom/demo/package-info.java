/**
 * A demonstration organisation: people of every standing, two years of facts with a reorganisation in between, thousands of
 * tickets. The same seed makes the same organisation; only its dates move along with the day on which it is loaded.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "database", "vocabulary", "web"})
package whom.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
