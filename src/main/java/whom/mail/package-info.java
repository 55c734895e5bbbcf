/**
 * Mail in and out. The reader is pure: bytes to a {@link whom.mail.ReadMessage}, leniently and without trust;
 * {@code mime} takes messages apart, {@code replies} finds what is new in a body, {@code reports} tells machines from people.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package whom.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
