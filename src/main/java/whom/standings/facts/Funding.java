package whom.standings.facts;

import java.math.BigDecimal;

/** The payer carries this percentage of the service for those in the scope. */
public record Funding(String id, String service, Scope scope, String kind, Party payer, BigDecimal share, Period period)
        implements Scoped {}
