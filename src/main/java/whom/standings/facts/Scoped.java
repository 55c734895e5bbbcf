package whom.standings.facts;

/** A fact about a service, and everything below that service, for those whom its scope takes in. */
public sealed interface Scoped extends Named permits Entitlement, Funding, Agreement, Brokerage {

    String service();

    Scope scope();
}
