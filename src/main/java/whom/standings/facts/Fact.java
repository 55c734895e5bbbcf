package whom.standings.facts;

/** Anything the resolver builds on. A world is a heap of these; their order means nothing. */
public sealed interface Fact
        permits Dated, Unit, Person, Service, Output, Team, TicketFact {}
