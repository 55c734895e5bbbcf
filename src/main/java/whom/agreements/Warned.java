package whom.agreements;

import java.time.Instant;
import java.util.List;

/** Who is to hear that a clock of a ticket is, or will soon be, late: its envelope alone, never what was said. */
public record Warned(long ticket, Clock clock, Instant due, List<Long> people) {

    public Warned {
        people = List.copyOf(people);
    }
}
