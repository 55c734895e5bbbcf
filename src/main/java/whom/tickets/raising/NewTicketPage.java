package whom.tickets.raising;

import java.util.List;
import whom.web.Choice;

public record NewTicketPage(String whom, List<Candidate> people, List<Choice> services) {

    public NewTicketPage {
        people = List.copyOf(people);
        services = List.copyOf(services);
    }

    public boolean nobody() {
        return !whom.isBlank() && people.isEmpty();
    }
}
