/**
 * Working time: week patterns, closed days, public holidays, closed days from iCalendar files, and who is on duty. The doors are
 * {@link whom.calendars.Calendars} and {@link whom.calendars.OnDuty}.
 * The arithmetic is pure: {@link whom.calendars.Calendar} says when it is open, {@link whom.calendars.WorkingTime} counts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary", "web", "api", "people"})
package whom.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
