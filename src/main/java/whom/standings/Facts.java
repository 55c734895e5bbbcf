package whom.standings;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import whom.standings.facts.Agreement;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Duty;
import whom.standings.facts.Entitlement;
import whom.standings.facts.Funding;
import whom.standings.facts.Initiative;
import whom.standings.facts.LetIn;
import whom.standings.facts.Membership;
import whom.standings.facts.Observation;
import whom.standings.facts.Office;
import whom.standings.facts.Output;
import whom.standings.facts.Oversight;
import whom.standings.facts.Party;
import whom.standings.facts.Placement;
import whom.standings.facts.SealBreak;
import whom.standings.facts.Seat;
import whom.standings.facts.TicketFact;

/**
 * All that the resolver ever asks of the world, each answer narrow: by person, unit or service. Facts of every date are
 * given; the resolver picks those of its day. What is not known has no facts.
 */
public interface Facts {

    boolean knows(String person);

    Collection<String> people();

    List<Placement> placementsOf(String unit);

    List<Placement> placementsUnder(String parent);

    List<Membership> membershipsOf(String person);

    List<Membership> membershipsIn(String unit);

    List<Office> offices(Duty duty, String unit);

    List<Office> officesOf(Duty duty, String person);

    /** The service itself, its parent, the parent's parent and so on; empty when there is no such service. */
    List<String> upward(String service);

    Scoping<Entitlement> entitlements();

    Scoping<Funding> fundings();

    Scoping<Agreement> agreements();

    Scoping<Brokerage> brokerages();

    List<Funding> fundingsPaidBy(Party payer);

    List<Agreement> agreementsSignedBy(String person);

    List<Brokerage> brokeragesOf(String broker);

    Optional<Brokerage> brokerage(String id);

    List<Oversight> oversightsHeldBy(Party holder);

    List<Oversight> oversightsOf(String service);

    List<Oversight> oversightsOfAllIt();

    List<Initiative> initiativesWith(String person);

    List<Initiative> initiativesTouching(String service);

    List<Observation> observationsBy(String person);

    List<Observation> observationsOf(String output);

    Optional<Output> output(String id);

    List<Output> outputsOf(String service);

    Optional<TicketFact> ticket(String id);

    List<TicketFact> ticketsOf(String service);

    List<TicketFact> ticketsOf(String service, String served);

    List<Seat> team(String id);

    List<LetIn> letInsBy(String served);

    List<SealBreak> sealBreaksOf(String ticket);
}
