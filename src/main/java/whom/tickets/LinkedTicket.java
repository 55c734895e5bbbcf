package whom.tickets;

/** A ticket that another belongs to. {@code how}: {@code related}, {@code merged_into} or {@code merged_from}. */
public record LinkedTicket(String number, String how) {}
