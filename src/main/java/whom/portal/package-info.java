/**
 * The served person's side: asking for help, for oneself or for somebody else; following what became of it; deciding who can
 * read it. Works without scripts, one question a page. Everything it does, it does through the doors below it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary", "web", "conversations", "tickets"})
package whom.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
