package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import whom.calendars.WorkingTime;

/** How long something may take. Never nothing: without a target there is no clock. */
public sealed interface Target {

    /** When it is due, pauses aside; empty when the hours never hold that much. */
    Optional<Instant> due(Instant from, WorkingTime hours);

    record Time(Duration time) implements Target {
        public Time {
            if (!time.isPositive()) {
                throw new IllegalArgumentException("A target must be longer than nothing, not " + time.toMinutes() + " minutes; leave it out where there is none.");
            }
        }

        @Override
        public Optional<Instant> due(Instant from, WorkingTime hours) {
            return hours.add(from, time);
        }
    }

    /** The same time of day so many working days on, or closing time of that day. */
    record Days(int days, boolean endOfDay) implements Target {
        public Days {
            if (days <= 0) {
                throw new IllegalArgumentException("A target must be at least one working day, not " + days + ".");
            }
        }

        @Override
        public Optional<Instant> due(Instant from, WorkingTime hours) {
            return hours.addDays(from, days, endOfDay);
        }
    }
}
