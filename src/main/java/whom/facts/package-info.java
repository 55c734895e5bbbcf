/**
 * What all dated facts have in common (D2): half-open validity in days, one row a belief, corrections that keep what was
 * believed before, with who and why. Modules describe their kinds of facts ({@link whom.facts.FactKind}); pages, API and
 * commands for all of them are here, once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary", "web", "api"})
package whom.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
