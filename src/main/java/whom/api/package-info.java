/**
 * What every JSON endpoint under {@code /api/} has in common: lists by cursor ({@link whom.api.Slice}, {@link whom.api.Asked})
 * and failures as RFC 9457 problems. The endpoints themselves stand in their modules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web"})
package whom.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
