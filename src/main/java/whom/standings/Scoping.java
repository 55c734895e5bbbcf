package whom.standings;

import java.util.List;
import whom.standings.facts.Scope;
import whom.standings.facts.Scoped;

/** The facts of one kind, found by the service they name, or by service and scope. */
public interface Scoping<F extends Scoped> {

    List<F> on(String service);

    List<F> on(String service, Scope scope);
}
