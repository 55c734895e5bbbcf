package whom.standings.facts;

import org.jspecify.annotations.Nullable;

/** The broker passes the service on to those in the scope, taking it from the one upstream or from the provider. */
public record Brokerage(String id, String service, String broker, Scope scope, @Nullable String upstream, Period period)
        implements Scoped {}
