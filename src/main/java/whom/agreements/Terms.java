package whom.agreements;

import java.util.EnumMap;
import java.util.Map;
import whom.calendars.WorkingTime;

/** What is promised for one ticket; a clock that is missing is not promised and does not run. */
public record Terms(Map<Clock, Promise> promises) {

    public static final Terms NONE = new Terms(Map.of());

    public Terms {
        promises = promises.isEmpty() ? Map.of() : new EnumMap<>(promises);
    }

    public static Terms in(WorkingTime hours, Map<Clock, Target> targets) {
        var promises = new EnumMap<Clock, Promise>(Clock.class);
        targets.forEach((clock, target) -> promises.put(clock, new Promise(target, hours)));
        return new Terms(promises);
    }
}
