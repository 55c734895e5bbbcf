/**
 * What every JSON endpoint under {@code /api/} has in common: lists by cursor ({@link whom.api.Slice}, {@link whom.api.Asked}),
 * failures as RFC 9457 problems, versions ({@link whom.api.Seen}), and POSTs that do nothing twice ({@code once}). The endpoints themselves stand in their modules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "web"})
package whom.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
