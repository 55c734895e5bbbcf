package whom.calendars;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What working time is counted in: the open spans of each date, by the wall clock of one zone. */
public interface OpenHours {

    ZoneId zone();

    /** They may touch or overlap, and are not in order. */
    List<Span> on(LocalDate date);
}
