package whom.tickets;

import gg.jte.Content;

/** A section of the last column of a ticket's page; {@code title} is already in words, {@code content} a rendered template. */
public record Panel(String title, Content content) {}
