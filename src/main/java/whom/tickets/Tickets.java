package whom.tickets;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.kernel.PublicNumber;
import whom.kernel.Refused;
import whom.web.Choice;

/**
 * What changes a ticket. Each command is one transaction, which changes the state and writes one event. {@code version} is the
 * one that the asker saw, or null for whatever there is; somebody faster means {@link Changed}. Whoever may not read a ticket
 * gets {@link NotFound}, as if it did not exist (P8), and so does whoever may read it and not work on it.
 */
@Component
public class Tickets {

    private static final Set<String> SERVED = Set.of("served", "stands_in");

    private final TicketStore store;
    private final TicketNumbers numbers;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Foreseeing> foreseeing;
    private final Clock clock;

    Tickets(TicketStore store, TicketNumbers numbers, ObjectProvider<Clock> clock, ApplicationEventPublisher events, ObjectProvider<Foreseeing> foreseeing) {
        this.foreseeing = foreseeing;
        this.events = events;
        this.store = store;
        this.numbers = numbers;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** By the one served, by somebody of their organisation on their behalf, or by an agent. */
    @Transactional
    public Raised raise(RaiseTicket raise) {
        TicketNumbers.Fresh fresh = numbers.fresh();
        foreseeing.forEach(other -> other.before(raise));
        long message = store.raise(fresh.id(), fresh.number(), raise).orElseThrow(() -> new Refused("served", "tickets.new.served_unknown"));
        events.publishEvent(new TicketChanged(fresh.id()));
        return new Raised(fresh.id(), fresh.number(), message);
    }

    /** By a form, which may be sent twice: the same again within half a minute is the same ticket. */
    @Transactional
    public Raised raiseOnce(RaiseTicket raise) {
        return store.justRaised(raise).orElseGet(() -> raise(raise));
    }

    @Transactional(readOnly = true)
    public Ticket find(String number) {
        return PublicNumber.read(number).flatMap(store::find).orElseThrow(NotFound::new);
    }

    /** Whether this actor may read it. */
    @Transactional(readOnly = true)
    public boolean reads(String number) {
        return PublicNumber.read(number).flatMap(store::find).isPresent();
    }

    @Transactional(readOnly = true)
    public Optional<Long> person(String key) {
        return store.person(key);
    }

    @Transactional(readOnly = true)
    public Optional<Long> service(String key) {
        return store.service(key);
    }

    /** To which something can be given. */
    @Transactional(readOnly = true)
    public List<Choice> teams(String language) {
        return store.teams(language);
    }

    /** Those that it belongs to, as far as this actor may read them. */
    @Transactional(readOnly = true)
    public List<LinkedTicket> links(String number) {
        return store.links(find(number));
    }

    /** Who changed what since it was of this version, newest first. */
    @Transactional(readOnly = true)
    public List<Change> changesSince(String number, int version) {
        Ticket ticket = find(number);
        return store.changes(ticket, Math.clamp(ticket.version() - version, 1, 20));
    }

    /** For the forms about a ticket. @throws NotFound also for whoever does not work on it */
    @Transactional(readOnly = true)
    public Choosing choosing(String number, @Nullable String back, String language) {
        Ticket ticket = mine(number, null);
        return new Choosing(ticket, back, store.people(ticket), store.teams(language), store.services(language),
                ticket.assignee() == null ? null : store.personKey(ticket.assignee()), ticket.service() == null ? null : store.serviceKey(ticket.service()));
    }

    /** To somebody of a team that is on it, or desk-wide to any agent; null takes it from whoever has it. */
    @Transactional
    public Ticket assign(String number, @Nullable Integer version, @Nullable Long person) {
        Ticket ticket = mine(number, version);
        if (person != null && !store.canWork(ticket, person)) {
            throw new Refused("person", "tickets.assignment.cannot");
        }
        store.change(ticket, "assignee_id = ?", person);
        store.log(ticket, person == null ? "ticket.unassigned" : "ticket.assigned", "person", person == null ? ticket.assignee() : person);
        return find(number);
    }

    /** To another team, which holds it from then on; the one that passed it on stays on it until it closes (P1). */
    @Transactional
    public void passOn(String number, @Nullable Integer version, String team, String reason) {
        Ticket ticket = mine(number, version);
        store.putOn(ticket, team(team), "holds", bounded(reason));
        events.publishEvent(new TicketChanged(ticket.id()));
    }

    @Transactional
    public void askIn(String number, @Nullable Integer version, String team, String reason) {
        Ticket ticket = mine(number, version);
        store.putOn(ticket, team(team), "asked_in", bounded(reason));
        events.publishEvent(new TicketChanged(ticket.id()));
    }

    /** Nothing comes back to whom the change was the last they saw of it: a team that passed it on leaves when it closes (P1). */
    @Transactional
    public Optional<Ticket> move(String number, @Nullable Integer version, StageChange change) {
        Ticket ticket = mine(number, version);
        change.check(ticket.stage(), clock.instant());
        if (ticket.stage() == Stage.CLOSED && store.merged(ticket.id())) {
            throw new Refused("stage", "tickets.merge.undo_first");
        }
        if (change.until() == null) {
            store.log(ticket, change.verb(ticket.stage()), "from", ticket.stage().key(), "to", change.to().key());
        } else {
            store.log(ticket, change.verb(ticket.stage()), "from", ticket.stage().key(), "to", change.to().key(), "until", change.until());
        }
        store.move(ticket, change); // after the log, which only readers write to
        events.publishEvent(new TicketChanged(ticket.id()));
        return PublicNumber.read(number).flatMap(store::find);
    }

    /** The one served says how it is: solved by now, or still not. */
    @Transactional
    public Ticket judge(String number, boolean solved) {
        Ticket ticket = find(number);
        if (!SERVED.contains(ticket.right())) {
            throw new NotFound();
        }
        StageChange change = StageChange.to(solved ? Stage.SOLVED : Stage.OPEN);
        change.check(ticket.stage(), clock.instant());
        if (ticket.stage() == Stage.CLOSED && store.merged(ticket.id())) {
            throw new Refused("stage", "tickets.merge.undo_first");
        }
        store.move(ticket, change);
        events.publishEvent(new TicketChanged(ticket.id()));
        store.log(ticket, change.verb(ticket.stage()), "from", ticket.stage().key(), "to", change.to().key());
        return find(number);
    }

    @Transactional
    public Ticket prioritise(String number, @Nullable Integer version, Priority priority) {
        Ticket ticket = mine(number, version);
        store.change(ticket, "impact = ?, urgency = ?, priority = ?", priority.impact(), priority.urgency(), priority.rank());
        events.publishEvent(new TicketChanged(ticket.id()));
        store.log(ticket, "ticket.prioritised", "impact", priority.impact(), "urgency", priority.urgency(), "from", ticket.priority().rank(), "to", priority.rank());
        return find(number);
    }

    /** The service that it is about; the team that holds it stays until it is passed on. */
    @Transactional
    public Ticket moveTo(String number, @Nullable Integer version, String service) {
        Ticket ticket = mine(number, version);
        long to = store.service(service).orElseThrow(() -> new Refused("service", "tickets.service.unknown"));
        store.change(ticket, "service_id = ?, offering_id = null", to);
        events.publishEvent(new TicketChanged(ticket.id()));
        store.log(ticket, "ticket.service_changed", "from", ticket.service(), "to", to);
        return find(number);
    }

    @Transactional
    public Ticket rename(String number, @Nullable Integer version, String subject) {
        Ticket ticket = mine(number, version);
        String clean = subject.strip().replaceAll("\\s+", " ");
        if (clean.isEmpty()) {
            throw new Refused("subject", "tickets.new.subject_missing");
        }
        if (clean.length() > RaiseTicket.SUBJECT) {
            throw new Refused("subject", "tickets.too_long", RaiseTicket.SUBJECT);
        }
        store.change(ticket, "subject = ?", clean);
        store.log(ticket, "ticket.renamed");
        return find(number);
    }

    @Transactional
    public void link(String number, String other) {
        Ticket one = mine(number, null);
        Ticket two = other("other", other, one);
        store.link(one.id(), two.id(), "related");
        store.log(one, "ticket.linked", "other", two.id());
    }

    @Transactional
    public void unlink(String number, String other) {
        Ticket one = mine(number, null);
        Ticket two = other("other", other, one);
        if (!store.unlink(one.id(), two.id(), "related")) {
            throw new NotFound();
        }
        store.log(one, "ticket.unlinked", "other", two.id());
    }

    /** This one is closed, and the other goes on. Only of one served person (P3); undone by {@link #unmerge}. */
    @Transactional
    public void merge(String number, @Nullable Integer version, String into) {
        Ticket ticket = mine(number, version);
        Ticket other = other("into", into, ticket);
        if (ticket.served() != other.served()) {
            throw new Refused("into", "tickets.merge.other_person");
        }
        if (!other.stage().isOpen()) {
            throw new Refused("into", "tickets.merge.not_open");
        }
        if (!ticket.stage().isOpen()) {
            throw new Refused("", "tickets.merge.done_already");
        }
        store.unlink(ticket.id(), other.id(), "related");
        store.link(ticket.id(), other.id(), "merged");
        store.log(ticket, "ticket.merged", "into", other.id());
        store.move(ticket, StageChange.to(Stage.CLOSED));
        events.publishEvent(new TicketChanged(ticket.id()));
    }

    @Transactional
    public void unmerge(String number, String from) {
        Ticket ticket = mine(number, null);
        Ticket other = other("into", from, ticket);
        if (!store.unlink(ticket.id(), other.id(), "merged")) {
            throw new NotFound();
        }
        store.move(ticket, StageChange.to(Stage.OPEN));
        events.publishEvent(new TicketChanged(ticket.id()));
        store.log(ticket, "ticket.unmerged", "from", other.id());
    }

    private Ticket mine(String number, @Nullable Integer version) {
        Ticket ticket = find(number);
        if (!ticket.isWorkedOnBy()) {
            throw new NotFound();
        }
        if (version != null && version != ticket.version()) {
            throw new Changed();
        }
        return ticket;
    }

    /** A number that names nothing for this actor is the form's mistake. */
    private Ticket other(String field, String number, Ticket one) {
        Ticket other = PublicNumber.read(number).flatMap(store::find).filter(Ticket::isWorkedOnBy).orElseThrow(() -> new Refused(field, "tickets.link.unknown"));
        if (other.id() == one.id()) {
            throw new Refused(field, "tickets.link.itself");
        }
        return other;
    }

    /** @throws Refused naming the field, where there is none */
    public long team(String key) {
        return store.team(key).orElseThrow(() -> new Refused("team", "tickets.team.unknown"));
    }

    private static String bounded(String reason) {
        if (reason.length() > 500) {
            throw new Refused("reason", "tickets.too_long", 500);
        }
        return reason.strip();
    }
}
