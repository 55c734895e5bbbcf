package whom.standings.facts;

/** The signatory agreed the targets of the service for those in the scope. */
public record Agreement(String id, String service, Scope scope, String signatory, Period period) implements Scoped {}
