/**
 * What is said about one matter, who may read it, and who has read it (domain rules P0 to P5, P10). Conversations, side
 * conversations, attachments, letting in, broken seals. The rights are the database's: {@code R__30_conversations*.sql}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"jobs", "kernel", "access", "vocabulary", "web", "api"})
package whom.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
