package whom.agreements;

import java.time.Instant;

/** What happens to a ticket, as far as clocks are concerned. */
public sealed interface TicketEvent {

    Instant at();

    /** {@code by} says who opened it; the opening of the served person is their first message, an agent's is none to them. */
    record Created(Instant at, String state, Side by) implements TicketEvent {}

    /** A message between the two sides, by whatever channel; a note among agents is none. */
    record Message(Instant at, Side by) implements TicketEvent {}

    record Note(Instant at) implements TicketEvent {}

    record StateChanged(Instant at, String to) implements TicketEvent {}

    /** Another agreement, or none any more: {@link Terms#NONE}. */
    record AgreementChanged(Instant at, Terms terms) implements TicketEvent {}

    /** Other terms of the same agreement, since priority, kind or offering changed. */
    record TermsChanged(Instant at, Terms terms) implements TicketEvent {}

    enum Side { SERVED, AGENT, UNKNOWN }
}
