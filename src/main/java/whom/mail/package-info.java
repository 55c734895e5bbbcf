/**
 * Mail in and out. The reader is pure: bytes to a {@link whom.mail.ReadMessage}, leniently and without trust;
 * {@code mime} takes messages apart, {@code replies} finds what is new in a body, {@code reports} tells machines from people.
 * {@code incoming} stores what comes and finds out whose it is; {@code outgoing} sends what waits. docs/mail.md has the rules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary", "web", "api", "conversations"})
package whom.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
