/**
 * How fast Whom is: fills a scratch database of a wished size, asks pages and API as three kinds of people, and measures
 * times, processor time and bytes, beside what PostgreSQL alone needs for the same statements. Used by {@code ./whom bench}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "access", "mail"})
package whom.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
