/**
 * What a provider promised about time, and how it stands: targets, clocks, warnings. {@link whom.agreements.Clocks} is
 * the pure heart: events of one ticket in, due times and used time out. How clocks run where desks differ is
 * {@link whom.agreements.ClockRules}; {@code docs/clocks.md} works examples by hand.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "calendars"})
package whom.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
