package whom.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.web.Choice;

/** What a form about a ticket offers: people who can work on it, teams, services. Labels are names, in the reader's language. */
public record Choosing(Ticket ticket, @Nullable String back, List<Choice> people, List<Choice> teams, List<Choice> services, @Nullable String assignee, @Nullable String service) {

    public Choosing {
        people = List.copyOf(people);
        teams = List.copyOf(teams);
        services = List.copyOf(services);
    }

    public String path(String noun) {
        return "/tickets/" + ticket.number() + "/" + noun;
    }

    public String cancel() {
        return back == null ? "/tickets/" + ticket.number() : back;
    }
}
