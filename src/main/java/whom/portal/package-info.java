/**
 * The side of the person served: asking for help, following it, answering, and saying who may read it. No account is needed to
 * answer by a mail's link.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary", "web", "conversations", "tickets"})
package whom.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
