/**
 * Everything of a house in one file, sealed with a passphrase, and back into an empty one: {@code ./whom backup} and
 * {@code ./whom restore}; by night where the environment says so. Works as the database's owner, whom no policy holds, so it
 * never runs for what a person asks.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "access", "web"})
package whom.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
