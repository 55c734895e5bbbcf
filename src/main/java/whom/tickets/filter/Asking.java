package whom.tickets.filter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** For whom and when a filter is meant: what {@code me}, {@code mine}, {@code today} and {@code 2h} stand for. */
public record Asking(long me, List<Long> myTeams, Instant now, ZoneId zone) {

    public Asking {
        myTeams = List.copyOf(myTeams);
        now = now.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
    }
}
