package whom.standings;

import java.time.LocalDate;
import java.util.List;

/** One person's standings to every service on a day, as far as the one who looks may know; {@code keeps}: a keeper of facts looks. */
public record WhoPage(Found person, LocalDate at, boolean today, boolean keeps, List<OnService> services) {

    public record Found(String key, String name) {}

    /** Who was meant. */
    public record Search(String typed, LocalDate at, List<Found> people, boolean more) {

        public String to(Found found) {
            return "/who/" + found.key() + "?at=" + at;
        }
    }
}
