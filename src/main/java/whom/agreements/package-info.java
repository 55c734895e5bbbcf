/**
 * What a provider promised about time, and how it stands: agreements with their targets, clocks, warnings. {@link whom.agreements.Clocks}
 * is the pure heart: events of one ticket in, due times and used time out. How clocks run where desks differ is
 * {@link whom.agreements.ClockRules}; {@code docs/clocks.md} works examples by hand. The door is {@link whom.agreements.Agreements}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary", "web", "api", "people", "services", "calendars", "standings", "conversations", "tickets", "mail"})
package whom.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
