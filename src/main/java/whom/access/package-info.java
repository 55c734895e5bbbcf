/**
 * Who is asking: actors, sessions, tokens, rights to act, and the transaction that tells the database. What an actor may
 * read is decided by the database's policies (P9), what they may do by {@link whom.access.Role}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package whom.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
