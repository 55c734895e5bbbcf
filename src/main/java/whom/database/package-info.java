/**
 * The floor on which everything stands: PostgreSQL, embedded or given; its roles, migrations and pools.
 * {@link whom.database.Database} is the door; upper modules take a data source of one role from it and nothing else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package whom.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
