/**
 * Setting up a clean installation: the link on the terminal, its questions, and the house that they make. Works only as long
 * as nobody has an account; the database sees to that ({@code R__70_setup.sql}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "access", "vocabulary", "vocabulary :: house", "web"})
package whom.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
