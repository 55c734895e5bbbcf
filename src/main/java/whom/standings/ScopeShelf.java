package whom.standings;

import java.util.List;
import whom.standings.facts.Scope;
import whom.standings.facts.Scoped;

/** Facts of one kind by service, and by service and scope. */
final class ScopeShelf<F extends Scoped> implements Scoping<F> {

    private record Place(String service, Scope scope) {}

    private final Shelf<String, F> byService = new Shelf<>();
    private final Shelf<Place, F> byPlace = new Shelf<>();

    void put(F fact) {
        byService.put(fact.service(), fact);
        byPlace.put(new Place(fact.service(), fact.scope()), fact);
    }

    void freeze() {
        byService.freeze();
        byPlace.freeze();
    }

    @Override
    public List<F> on(String service) {
        return byService.at(service);
    }

    @Override
    public List<F> on(String service, Scope scope) {
        return byPlace.at(new Place(service, scope));
    }
}
