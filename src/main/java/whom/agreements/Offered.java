package whom.agreements;

import java.util.List;

/** What can be chosen in terms, targets and warnings, by key. */
public final class Offered {

    public static final List<String> UNITS = List.of("minutes", "hours", "days", "day_ends");
    public static final List<String> WAITING = List.of("own", "all", "none");
    public static final List<String> ANSWERS = List.of("first_unanswered", "last_unanswered", "last_contact", "last_agent_message");
    public static final List<String> CHANGES = List.of("at_creation", "when_agreed");
    public static final List<String> WHOM = List.of("assignee", "on_duty", "team");
    public static final List<String> KINDS = List.of("incident", "request", "complaint");
    public static final List<String> CLOCKS = List.of("first_response", "next_response", "regular_update", "solution");

    private Offered() {}

    /** Of a supplier we know when what we waited for has come, and nothing of what was said on the way. */
    public static List<String> clocks(Agreement agreement) {
        return agreement.kind().equals("supplier") ? List.of("solution") : CLOCKS;
    }

    /** Whose working hours: the provider's, or those of the one served (E1). */
    public static List<String> hours(Agreement agreement) {
        return agreement.isWithCustomers() ? List.of("provider", "served") : List.of("provider");
    }
}
