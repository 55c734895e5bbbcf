package whom.standings;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a service has; {@code keeps}: a keeper of facts looks, who reads the names of its users and other days too. */
public record WhomPage(Parties parties, Picture picture, LocalDate at, boolean today, boolean keeps) {

    public String to(Standing standing) {
        return "/whom/" + parties.service() + "/" + standing.key() + (today ? "" : "?at=" + at);
    }

    /** One standing's people, a page of them by key. */
    public record People(String service, String name, Standing standing, String word, LocalDate at, boolean today, List<Parties.Someone> people, @Nullable String next, boolean begins) {

        public String here() {
            return "/whom/" + service + "/" + standing.key() + (today ? "" : "?at=" + at);
        }

        public String whole() {
            return "/whom/" + service + (today ? "" : "?at=" + at);
        }
    }
}
