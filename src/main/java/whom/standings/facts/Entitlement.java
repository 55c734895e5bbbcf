package whom.standings.facts;

/** Those in the scope may use the service. */
public record Entitlement(String id, String service, Scope scope, Period period) implements Scoped {}
