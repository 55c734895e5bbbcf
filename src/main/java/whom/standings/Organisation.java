package whom.standings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whom.standings.facts.Agreement;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Duty;
import whom.standings.facts.Entitlement;
import whom.standings.facts.Fact;
import whom.standings.facts.Funding;
import whom.standings.facts.Initiative;
import whom.standings.facts.LetIn;
import whom.standings.facts.Membership;
import whom.standings.facts.Observation;
import whom.standings.facts.Office;
import whom.standings.facts.Output;
import whom.standings.facts.Oversight;
import whom.standings.facts.Party;
import whom.standings.facts.Person;
import whom.standings.facts.Placement;
import whom.standings.facts.SealBreak;
import whom.standings.facts.Seat;
import whom.standings.facts.Service;
import whom.standings.facts.Team;
import whom.standings.facts.TicketFact;
import whom.standings.facts.Unit;

/**
 * A heap of facts, indexed once by all that is ever asked of them, and then never changed. It holds a whole file, or the
 * narrow slice that a question needs.
 */
public final class Organisation implements Facts {

    private record UnitDuty(Duty duty, String unit) {}

    private record PersonDuty(Duty duty, String person) {}

    private record Asking(String service, String served) {}

    private final Set<String> people = new LinkedHashSet<>();
    private final Shelf<String, Placement> placements = new Shelf<>();
    private final Shelf<String, Placement> placementsByParent = new Shelf<>();
    private final Shelf<String, Membership> membershipsByPerson = new Shelf<>();
    private final Shelf<String, Membership> membershipsByUnit = new Shelf<>();
    private final Shelf<UnitDuty, Office> officesByUnit = new Shelf<>();
    private final Shelf<PersonDuty, Office> officesByPerson = new Shelf<>();
    private final Map<String, Service> services = new HashMap<>();
    private final ScopeShelf<Entitlement> entitlements = new ScopeShelf<>();
    private final ScopeShelf<Funding> fundings = new ScopeShelf<>();
    private final Shelf<Party, Funding> fundingsByPayer = new Shelf<>();
    private final ScopeShelf<Agreement> agreements = new ScopeShelf<>();
    private final Shelf<String, Agreement> agreementsBySignatory = new Shelf<>();
    private final ScopeShelf<Brokerage> brokerages = new ScopeShelf<>();
    private final Shelf<String, Brokerage> brokeragesByBroker = new Shelf<>();
    private final Map<String, Brokerage> brokeragesById = new HashMap<>();
    private final Shelf<Party, Oversight> oversightsByHolder = new Shelf<>();
    private final Shelf<String, Oversight> oversightsByService = new Shelf<>();
    private final List<Oversight> oversightsOfAllIt = new ArrayList<>();
    private final Shelf<String, Initiative> initiativesByPerson = new Shelf<>();
    private final Shelf<String, Initiative> initiativesByService = new Shelf<>();
    private final Map<String, Output> outputs = new HashMap<>();
    private final Shelf<String, Output> outputsByService = new Shelf<>();
    private final Shelf<String, Observation> observationsByPerson = new Shelf<>();
    private final Shelf<String, Observation> observationsByOutput = new Shelf<>();
    private final Map<String, TicketFact> tickets = new HashMap<>();
    private final Shelf<String, TicketFact> ticketsByService = new Shelf<>();
    private final Shelf<Asking, TicketFact> ticketsByAsking = new Shelf<>();
    private final Map<String, List<Seat>> teams = new HashMap<>();
    private final Shelf<String, LetIn> letIns = new Shelf<>();
    private final Shelf<String, SealBreak> sealBreaks = new Shelf<>();

    public Organisation(Iterable<? extends Fact> facts) {
        facts.forEach(this::shelve);
        shelves().forEach(Shelf::freeze);
        List.of(entitlements, fundings, agreements, brokerages).forEach(ScopeShelf::freeze);
    }

    private void shelve(Fact fact) {
        switch (fact) {
            case Person person -> people.add(person.id());
            case Unit _ -> {} // a unit matters through its placements
            case Placement placement -> shelve(placement);
            case Membership membership -> {
                membershipsByPerson.put(membership.person(), membership);
                membershipsByUnit.put(membership.unit(), membership);
            }
            case Office office -> {
                officesByUnit.put(new UnitDuty(office.duty(), office.unit()), office);
                officesByPerson.put(new PersonDuty(office.duty(), office.person()), office);
            }
            case Service service -> services.put(service.id(), service);
            case Entitlement entitlement -> entitlements.put(entitlement);
            case Funding funding -> {
                fundings.put(funding);
                fundingsByPayer.put(funding.payer(), funding);
            }
            case Agreement agreement -> {
                agreements.put(agreement);
                agreementsBySignatory.put(agreement.signatory(), agreement);
            }
            case Brokerage brokerage -> {
                brokerages.put(brokerage);
                brokeragesByBroker.put(brokerage.broker(), brokerage);
                brokeragesById.put(brokerage.id(), brokerage);
            }
            case Oversight oversight -> shelve(oversight);
            case Initiative initiative -> shelve(initiative);
            case Output output -> {
                outputs.put(output.id(), output);
                outputsByService.put(output.service(), output);
            }
            case Observation observation -> {
                observationsByPerson.put(observation.person(), observation);
                observationsByOutput.put(observation.output(), observation);
            }
            case Team team -> teams.put(team.id(), team.members());
            case TicketFact ticket -> {
                tickets.put(ticket.id(), ticket);
                ticketsByService.put(ticket.service(), ticket);
                ticketsByAsking.put(new Asking(ticket.service(), ticket.served()), ticket);
            }
            case LetIn letIn -> letIns.put(letIn.served(), letIn);
            case SealBreak sealBreak -> sealBreaks.put(sealBreak.ticket(), sealBreak);
            case Seat _ -> throw new IllegalArgumentException("a seat comes with its team, initiative or ticket");
        }
    }

    private void shelve(Placement placement) {
        placements.put(placement.unit(), placement);
        if (placement.parent() != null) {
            placementsByParent.put(placement.parent(), placement);
        }
    }

    private void shelve(Oversight oversight) {
        oversightsByHolder.put(oversight.holder(), oversight);
        if (oversight.service() == null) {
            oversightsOfAllIt.add(oversight);
        } else {
            oversightsByService.put(oversight.service(), oversight);
        }
    }

    private void shelve(Initiative initiative) {
        initiative.members().stream().map(Seat::of).distinct().forEach(p -> initiativesByPerson.put(p, initiative));
        initiative.services().stream().distinct().forEach(s -> initiativesByService.put(s, initiative));
    }

    private List<Shelf<?, ?>> shelves() {
        return List.of(placements, placementsByParent, membershipsByPerson, membershipsByUnit, officesByUnit, officesByPerson,
                fundingsByPayer, agreementsBySignatory, brokeragesByBroker, oversightsByHolder, oversightsByService,
                initiativesByPerson, initiativesByService, outputsByService, observationsByPerson, observationsByOutput, ticketsByService,
                ticketsByAsking, letIns, sealBreaks);
    }

    /** Of all services. */
    public Collection<String> services() {
        return Collections.unmodifiableSet(services.keySet());
    }

    @Override
    public boolean knows(String person) {
        return people.contains(person);
    }

    @Override
    public Collection<String> people() {
        return Collections.unmodifiableSet(people);
    }

    @Override
    public List<Placement> placementsOf(String unit) {
        return placements.at(unit);
    }

    @Override
    public List<Placement> placementsUnder(String parent) {
        return placementsByParent.at(parent);
    }

    @Override
    public List<Membership> membershipsOf(String person) {
        return membershipsByPerson.at(person);
    }

    @Override
    public List<Membership> membershipsIn(String unit) {
        return membershipsByUnit.at(unit);
    }

    @Override
    public List<Office> offices(Duty duty, String unit) {
        return officesByUnit.at(new UnitDuty(duty, unit));
    }

    @Override
    public List<Office> officesOf(Duty duty, String person) {
        return officesByPerson.at(new PersonDuty(duty, person));
    }

    @Override
    public List<String> upward(String service) {
        var line = new ArrayList<String>();
        @Nullable Service next = services.get(service);
        while (next != null && !line.contains(next.id())) { // a service above itself is a finding, not a reason to hang
            line.add(next.id());
            next = next.parent() == null ? null : services.get(next.parent());
        }
        return line;
    }

    @Override
    public Scoping<Entitlement> entitlements() {
        return entitlements;
    }

    @Override
    public Scoping<Funding> fundings() {
        return fundings;
    }

    @Override
    public Scoping<Agreement> agreements() {
        return agreements;
    }

    @Override
    public Scoping<Brokerage> brokerages() {
        return brokerages;
    }

    @Override
    public List<Funding> fundingsPaidBy(Party payer) {
        return fundingsByPayer.at(payer);
    }

    @Override
    public List<Agreement> agreementsSignedBy(String person) {
        return agreementsBySignatory.at(person);
    }

    @Override
    public List<Brokerage> brokeragesOf(String broker) {
        return brokeragesByBroker.at(broker);
    }

    @Override
    public Optional<Brokerage> brokerage(String id) {
        return Optional.ofNullable(brokeragesById.get(id));
    }

    @Override
    public List<Oversight> oversightsHeldBy(Party holder) {
        return oversightsByHolder.at(holder);
    }

    @Override
    public List<Oversight> oversightsOf(String service) {
        return oversightsByService.at(service);
    }

    @Override
    public List<Oversight> oversightsOfAllIt() {
        return Collections.unmodifiableList(oversightsOfAllIt);
    }

    @Override
    public List<Initiative> initiativesWith(String person) {
        return initiativesByPerson.at(person);
    }

    @Override
    public List<Initiative> initiativesTouching(String service) {
        return initiativesByService.at(service);
    }

    @Override
    public List<Observation> observationsBy(String person) {
        return observationsByPerson.at(person);
    }

    @Override
    public List<Observation> observationsOf(String output) {
        return observationsByOutput.at(output);
    }

    @Override
    public Optional<Output> output(String id) {
        return Optional.ofNullable(outputs.get(id));
    }

    @Override
    public List<Output> outputsOf(String service) {
        return outputsByService.at(service);
    }

    @Override
    public Optional<TicketFact> ticket(String id) {
        return Optional.ofNullable(tickets.get(id));
    }

    @Override
    public List<TicketFact> ticketsOf(String service) {
        return ticketsByService.at(service);
    }

    @Override
    public List<TicketFact> ticketsOf(String service, String served) {
        return ticketsByAsking.at(new Asking(service, served));
    }

    @Override
    public List<Seat> team(String id) {
        return teams.getOrDefault(id, List.of());
    }

    @Override
    public List<LetIn> letInsBy(String served) {
        return letIns.at(served);
    }

    @Override
    public List<SealBreak> sealBreaksOf(String ticket) {
        return sealBreaks.at(ticket);
    }
}
