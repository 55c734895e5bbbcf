package whom.standings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import whom.standings.facts.Entitlement;
import whom.standings.facts.Scope;
import whom.standings.facts.TicketFact;

/** Users are entitled, or have once asked for help with exactly this service. */
record Users(Scene scene) implements Ground {

    @Override
    public Stream<String> evidence(String person) {
        return Stream.concat(
                entitling(person).map(Entitlement::id),
                asked(scene.facts().ticketsOf(scene.service(), person)).map(TicketFact::id));
    }

    private Stream<Entitlement> entitling(String person) {
        List<? extends Scope> scopes = Tier.around(person, scene.facts(), scene.day()).stream()
                .flatMap(tier -> tier.scopes().stream()).toList();
        return scene.services().stream()
                .flatMap(service -> scopes.stream().flatMap(scope -> scene.facts().entitlements().on(service, scope).stream()))
                .filter(scene.day()::has);
    }

    private Stream<TicketFact> asked(List<TicketFact> tickets) {
        return tickets.stream().filter(ticket -> !ticket.opened().isAfter(scene.day().date()));
    }

    @Override
    public Stream<String> people() {
        return Stream.concat(entitled(), asked(scene.facts().ticketsOf(scene.service())).map(TicketFact::served));
    }

    private Stream<String> entitled() {
        Set<Scope> scopes = new HashSet<>();
        scene.valid(scene.facts().entitlements()).forEach(entitlement -> scopes.add(entitlement.scope()));
        if (scopes.contains(Scope.EVERYBODY)) {
            return scene.facts().people().stream();
        }
        Stream<String> units = scopes.stream().flatMap(scope -> scope instanceof Scope.OfUnit(String unit) ? Stream.of(unit) : Stream.empty());
        return Stream.concat(scopes.stream().flatMap(this::named), scene.day().membersWithin(units));
    }

    /** Units are walked together, since one may lie in another. */
    private Stream<String> named(Scope scope) {
        return switch (scope) {
            case Scope.OfPerson(String person) -> Stream.of(person);
            case Scope.OfProject(String project) -> scene.day().directMembers(project);
            case Scope.OfUnit _, Scope.Everybody _ -> Stream.empty();
        };
    }
}
